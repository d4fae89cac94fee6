package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.binning.CategoryBinning;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The population stability index, Σ (r-c)·ln(r/c) over the shares r of the reference and c of the current data, in nats. Customary
 * bands are 0.1 (some change) and 0.25 (much). Source: Siddiqi, Credit Risk Scorecards (2006); it is the symmetric divergence of
 * Kullback and Leibler, On Information and Sufficiency (1951).
 */
public final class PopulationStability {
    private static final Family FAMILY =
            new Family("psi", "Population stability index", "Σ (r-c)·ln(r/c)", Range.NON_NEGATIVE, Direction.UP);

    private PopulationStability() {}

    static List<Measure> measures() {
        return List.of(own(), evidently(), deepchecks(), whylabs(), fiddler(), domino(), frouros());
    }

    private static Measure own() {
        MeasureDefinition definition =
                FAMILY.variant("1", Threshold.valueAtLeast(0.1), Family.ALL, "Siddiqi, Credit Risk Scorecards (2006)");
        return new CountMeasure(definition, Binnings.own(), statistic(Smoothing.adding(0.5)));
    }

    private static Measure evidently() {
        MeasureDefinition definition = FAMILY.deviating(
                "evidently-0.7",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Evidently 0.7.21, legacy/calculations/stattests/psi.py",
                "The number of bins asked for is ignored, and bins depend on the current data too; shares do not sum to 1"
                        + " after empty bins are filled.");
        return new CountMeasure(definition, Binnings.evidently(), statistic(Smoothing.EVIDENTLY));
    }

    private static Measure deepchecks() {
        MeasureDefinition definition = FAMILY.variant(
                "deepchecks-0.19",
                Threshold.valueAtLeast(0.2),
                Family.CATEGORICAL,
                "Deepchecks 0.19, documentation of feature drift, categorical method PSI; all rows instead of a sample");
        return new CountMeasure(definition, CategoryBinning.mergingBelow(0.01), statistic(Smoothing.atLeast(0.01)));
    }

    private static Measure whylabs() {
        MeasureDefinition definition = FAMILY.variant(
                "whylabs",
                Threshold.NONE,
                Family.ALL,
                "WhyLabs platform, Distance.java and DistanceTest.java; over exact counts instead of sketches");
        return new CountMeasure(definition, Binnings.whylabs(), statistic(Smoothing.atLeast(1e-7)));
    }

    private static Measure fiddler() {
        MeasureDefinition definition = FAMILY.variant(
                "fiddler",
                Threshold.NONE,
                Family.ALL,
                "Fiddler, documentation of data drift (base_count = 1); 10 bins over the reference are taken for those of the"
                        + " model's schema");
        return new CountMeasure(definition, Binnings.fiddler(), statistic(Smoothing.adding(1)));
    }

    private static Measure domino() {
        MeasureDefinition definition = FAMILY.variant(
                "domino",
                Threshold.NONE,
                Family.ALL,
                "Domino Model Monitor, documentation of drift and its bins; an empty bin, of which it does not say"
                        + " anything, is taken as 0.0001");
        return new CountMeasure(definition, Binnings.domino(), statistic(Smoothing.emptyBins(1e-4)));
    }

    private static Measure frouros() {
        MeasureDefinition definition = FAMILY.deviating(
                "frouros",
                Threshold.NONE,
                Family.NUMERIC,
                "Frouros, detectors/data_drift/batch/distance_based/psi.py",
                "An empty bin counts as the smallest normal number, so that a single one adds about 700 times the other"
                        + " side's share.");
        return new CountMeasure(definition, Binnings.frouros(), statistic(Smoothing.emptyBins(Double.MIN_NORMAL)));
    }

    private static CountStatistic statistic(Smoothing smoothing) {
        return new ShareStatistic(smoothing, PopulationStability::index);
    }

    /**
     * The index of these shares, in nats. A bin that is empty on both sides adds nothing; one that is empty on one side makes it
     * infinite.
     */
    public static double index(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] != current[i]) {
                sum += (reference[i] - current[i]) * Math.log(reference[i] / current[i]);
            }
        }
        return sum;
    }
}
