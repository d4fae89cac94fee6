package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The L-infinity or Chebyshev distance, max |r-c| over the shares r of the reference and c of the current data. Source: Deza and Deza,
 * Encyclopedia of Distances (2009), section 14.
 */
public final class LInfinity {
    private static final Family FAMILY =
            new Family("linf", "L-infinity distance", "max |r-c|", Range.UNIT, Direction.UP);

    private LInfinity() {}

    static List<Measure> measures() {
        return List.of(own(), nannyml());
    }

    private static Measure own() {
        MeasureDefinition definition = FAMILY.variant(
                "1", Threshold.valueAtLeast(0.1), Family.ALL, "Deza and Deza, Encyclopedia of Distances (2009)");
        return new CountMeasure(definition, Binnings.own(), statistic());
    }

    private static Measure nannyml() {
        MeasureDefinition definition = FAMILY.variant(
                "nannyml-0.13",
                Threshold.valueAbove(0.1),
                Family.CATEGORICAL,
                "NannyML 0.13.1, drift/univariate/methods.py; the limit is the one it documents, without one from the"
                        + " reference's chunks");
        return new CountMeasure(definition, Binnings.values(), statistic());
    }

    private static CountStatistic statistic() {
        return new ShareStatistic(Smoothing.NONE, LInfinity::distance);
    }

    /** The distance of these shares, between 0 and 1. */
    public static double distance(double[] reference, double[] current) {
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] - current[i]));
        }
        return largest;
    }
}
