package io.plumbline.measures.binning;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Both sides of a comparison counted over the same bins.
 *
 * @param reference one count per bin
 * @param current one count per bin, in the same order
 * @param errorShare how far any cumulated count of either side may be off, as a share of its total; 0 for exact counts
 * @param parameters how the bins were laid: {@code binning}, {@code bins} and, for numbers, {@code edges}
 */
public record AlignedCounts(double[] reference, double[] current, double errorShare, Map<String, Object> parameters) {

    /** Keeps the parameters in their order, unmodifiable. */
    public AlignedCounts {
        if (reference.length != current.length) {
            throw new IllegalArgumentException(reference.length + " bins against " + current.length);
        }
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** How many bins there are. */
    public int bins() {
        return reference.length;
    }

    /** All counts of the reference. */
    public double referenceTotal() {
        return Arrays.stream(reference).sum();
    }

    /** All counts of the current data. */
    public double currentTotal() {
        return Arrays.stream(current).sum();
    }
}
