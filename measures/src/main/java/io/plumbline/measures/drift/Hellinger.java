package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.binning.EdgeBinning;
import io.plumbline.measures.binning.EdgePolicies;
import io.plumbline.measures.binning.Guards;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * The Hellinger distance, √(½·Σ (√r-√c)²) = √(1 - Σ √(r·c)), over the shares r of the reference and c of the current data. Source:
 * Hellinger, Neue Begründung der Theorie quadratischer Formen von unendlichvielen Veränderlichen (1909).
 */
public final class Hellinger {
    private static final Family FAMILY =
            new Family("hellinger", "Hellinger distance", "√(½·Σ (√r-√c)²)", Range.UNIT, Direction.UP);

    private Hellinger() {}

    static List<Measure> measures() {
        return List.of(own(), evidently(), nannyml(), whylabs(), frouros());
    }

    private static Measure own() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Hellinger, Neue Begründung der Theorie quadratischer Formen (1909)");
        return new CountMeasure(definition, Binnings.own(), statistic(Hellinger::distance));
    }

    private static Measure evidently() {
        MeasureDefinition definition = FAMILY.withFormula("√(1 - Σ √(r·c))")
                .deviating(
                        "evidently-0.7",
                        Threshold.valueAtLeast(0.1),
                        Family.ALL,
                        "Evidently 0.7.21, legacy/calculations/stattests/hellinger_distance.py",
                        "The number of bins follows the number of different values of both data sets, not the number of rows.");
        return new CountMeasure(definition, Binnings.evidentlyHellinger(), statistic(Hellinger::distanceByCoefficient));
    }

    private static Measure nannyml() {
        MeasureDefinition definition = FAMILY.variant(
                "nannyml-0.13",
                Threshold.NONE,
                Family.ALL,
                "NannyML 0.13.1, drift/univariate/methods.py, whose limit comes from the reference's chunks");
        return new CountMeasure(definition, Binnings.nannyml(), statistic(Hellinger::distance));
    }

    private static Measure whylabs() {
        MeasureDefinition definition = FAMILY.variant(
                "whylabs",
                Threshold.valueAtLeast(0.4),
                Family.NUMERIC,
                "whylogs 1.6.4, viz/drift/column_drift_algorithms.py; over exact counts instead of sketches");
        return new CountMeasure(
                definition, new EdgeBinning(EdgePolicies.whylogs(), Guards.DROPPED), statistic(Hellinger::distance));
    }

    private static Measure frouros() {
        MeasureDefinition definition = FAMILY.variant(
                "frouros",
                Threshold.NONE,
                Family.NUMERIC,
                "Frouros, detectors/data_drift/batch/distance_based/hellinger_distance.py");
        return new CountMeasure(definition, Binnings.frouros(), statistic(Hellinger::distance));
    }

    private static CountStatistic statistic(ToDoubleBiFunction<double[], double[]> formula) {
        return new ShareStatistic(Smoothing.NONE, formula);
    }

    /** The distance of these shares, by the sum of squares. */
    public static double distance(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = Math.sqrt(reference[i]) - Math.sqrt(current[i]);
            sum += difference * difference;
        }
        return Math.sqrt(Math.min(1, sum / 2));
    }

    /** The distance of these shares, by Bhattacharyya's coefficient; loses digits where the shares are nearly equal. */
    public static double distanceByCoefficient(double[] reference, double[] current) {
        double coefficient = 0;
        for (int i = 0; i < reference.length; i++) {
            coefficient += Math.sqrt(reference[i] * current[i]);
        }
        return Math.sqrt(1 - Math.min(1, coefficient));
    }
}
