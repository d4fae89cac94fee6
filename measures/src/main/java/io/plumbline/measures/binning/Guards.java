package io.plumbline.measures.binning;

import io.plumbline.measures.column.EdgeCounts;
import java.util.Arrays;

/** What becomes of the values outside the edges. */
public enum Guards {
    /** They are two bins of their own, the first and the last. */
    SEPARATE("separate bins below and above") {
        @Override
        double[] apply(EdgeCounts counts) {
            double[] all = new double[counts.counts().length + 2];
            System.arraycopy(counts.counts(), 0, all, 1, counts.counts().length);
            all[0] = counts.below();
            all[all.length - 1] = counts.above();
            return all;
        }
    },
    /** They belong to the outer bins, which are open. */
    FOLDED("outer bins open") {
        @Override
        double[] apply(EdgeCounts counts) {
            double[] all = counts.counts().clone();
            all[0] += counts.below();
            all[all.length - 1] += counts.above();
            return all;
        }
    },
    /** They are one bin together, the last. */
    LEFTOVER("one bin for all outside") {
        @Override
        double[] apply(EdgeCounts counts) {
            double[] all = Arrays.copyOf(counts.counts(), counts.counts().length + 1);
            all[all.length - 1] = counts.below() + counts.above();
            return all;
        }
    },
    /** They are not counted. */
    DROPPED("none outside") {
        @Override
        double[] apply(EdgeCounts counts) {
            return counts.counts().clone();
        }
    };

    private final String title;

    Guards(String title) {
        this.title = title;
    }

    /** The rule in words, as it stands in the parameters of a score. */
    public String title() {
        return title;
    }

    abstract double[] apply(EdgeCounts counts);
}
