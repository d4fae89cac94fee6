package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The overlap coefficient, Σ min(r, c) over the shares r of the reference and c of the current data: 1 for equal distributions, 0 for
 * those that have nothing in common. Source: Inman and Bradley, The Overlapping Coefficient as a Measure of Agreement Between
 * Probability Distributions (1989).
 */
public final class Overlap {
    private static final Family FAMILY =
            new Family("overlap", "Overlap coefficient", "Σ min(r, c)", Range.UNIT, Direction.DOWN);

    private Overlap() {}

    static List<Measure> measures() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.valueBelow(0.9),
                Family.ALL,
                "Inman and Bradley, The Overlapping Coefficient as a Measure of Agreement (1989)");
        return List.of(
                new CountMeasure(definition, Binnings.own(), new ShareStatistic(Smoothing.NONE, Overlap::coefficient)));
    }

    /** The coefficient of these shares, between 0 and 1. */
    public static double coefficient(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += Math.min(reference[i], current[i]);
        }
        return Math.min(1, sum);
    }
}
