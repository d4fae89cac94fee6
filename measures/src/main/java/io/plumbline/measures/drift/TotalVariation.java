package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The total variation distance, ½·Σ |r-c| over the shares r of the reference and c of the current data: the largest difference of the
 * probabilities that both give to one event. Source: Levin and Peres, Markov Chains and Mixing Times (2017), section 4.1.
 */
public final class TotalVariation {
    private static final Family FAMILY =
            new Family("tvd", "Total variation distance", "½·Σ |r-c|", Range.UNIT, Direction.UP);

    private TotalVariation() {}

    static List<Measure> measures() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Levin and Peres, Markov Chains and Mixing Times (2017), section 4.1");
        return List.of(new CountMeasure(
                definition, Binnings.own(), new ShareStatistic(Smoothing.NONE, TotalVariation::distance)));
    }

    /** The distance of these shares, between 0 and 1. */
    public static double distance(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += Math.abs(reference[i] - current[i]);
        }
        return Math.min(1, sum / 2);
    }
}
