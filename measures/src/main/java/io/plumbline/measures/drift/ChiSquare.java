package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.CountStatistic.Reading;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Arrays;
import java.util.List;

/**
 * Pearson's chi-square test. Of homogeneity: whether both samples come from one distribution, by a table of two rows, Σ (O-E)²/E over
 * all cells with k-1 degrees of freedom. Of fit: whether the current sample comes from exactly the reference's shares, by the current
 * counts alone. Source: Pearson, On the criterion that a given system of deviations ... (1900).
 */
public final class ChiSquare {
    private static final String TITLE = "Chi-square test";
    private static final Family HOMOGENEITY =
            new Family("chi2", TITLE, "Σ (O-E)²/E over both rows, E = row·column/n", Range.NON_NEGATIVE, Direction.UP);
    private static final Family FIT =
            HOMOGENEITY.withFormula("Σ (O-E)²/E over the current counts, E = reference count·n_c/n_r");

    private ChiSquare() {}

    static List<Measure> measures() {
        return List.of(own(), evidently(), nannyml(), whylabs(), scipy(), frouros());
    }

    private static Measure own() {
        MeasureDefinition definition = HOMOGENEITY.variant(
                "1",
                Threshold.pAtMostWithEffect(0.05, 0.1),
                Family.ALL,
                "Pearson (1900); the effect is Cramér's V, corrected for bias after Bergsma (2013)");
        return new CountMeasure(definition, Binnings.own(), ChiSquare::homogeneity);
    }

    private static Measure evidently() {
        MeasureDefinition definition = FIT.deviating(
                "evidently-0.7",
                Threshold.pBelow(0.05),
                Family.ALL,
                "Evidently 0.7.21, legacy/calculations/stattests/chisquare_stattest.py",
                "The reference is taken for the true distribution, so p-values are too small; one new category makes p = 0.");
        return new CountMeasure(definition, Binnings.values(), ChiSquare::fit);
    }

    private static Measure nannyml() {
        MeasureDefinition definition = HOMOGENEITY.variant(
                "nannyml-0.13",
                Threshold.pBelow(0.05),
                Family.CATEGORICAL,
                "NannyML 0.13.1, drift/univariate/methods.py; Yates' correction for two categories");
        return new CountMeasure(definition, Binnings.values(), ChiSquare::homogeneityWithYates);
    }

    private static Measure whylabs() {
        MeasureDefinition definition = FIT.deviating(
                "whylabs",
                Threshold.pBelow(0.05),
                Family.CATEGORICAL,
                "whylogs 1.6.4, viz/drift/column_drift_algorithms.py; over exact counts instead of sketches",
                "Expected counts are truncated to whole numbers, degrees of freedom count the current categories only, and one"
                        + " expected count of 0 makes p = 0.");
        return new CountMeasure(definition, Binnings.values(), ChiSquare::truncatedFit);
    }

    private static Measure scipy() {
        MeasureDefinition definition = HOMOGENEITY.variant(
                "scipy",
                Threshold.NONE,
                Family.CATEGORICAL,
                "scipy 1.16.3, stats.chi2_contingency; Yates' correction for two categories");
        return new CountMeasure(definition, Binnings.values(), ChiSquare::homogeneityWithYates);
    }

    private static Measure frouros() {
        MeasureDefinition definition = HOMOGENEITY.variant(
                "frouros",
                Threshold.NONE,
                Family.CATEGORICAL,
                "Frouros, detectors/data_drift/batch/statistical_test/chisquare.py; Yates' correction for two categories");
        return new CountMeasure(definition, Binnings.values(), ChiSquare::homogeneityWithYates);
    }

    private static Reading homogeneity(double[] reference, double[] current) {
        Contingency table = Contingency.of(reference, current);
        return table.reading(table.chiSquare());
    }

    private static Reading homogeneityWithYates(double[] reference, double[] current) {
        Contingency table = Contingency.of(reference, current);
        return table.reading(table.chiSquareWithYates());
    }

    /** The test of fit: infinite, with p = 0, where there are counts that the reference does not expect. */
    static Reading fit(double[] reference, double[] current) {
        double factor = sum(current) / sum(reference);
        double[] expected =
                Arrays.stream(reference).map(count -> count * factor).toArray();
        double statistic = distance(current, expected);
        return new Reading(statistic, Contingency.survival(statistic, current.length - 1), Double.NaN);
    }

    private static Reading truncatedFit(double[] reference, double[] current) {
        double total = sum(reference);
        double size = sum(current);
        double[] expected = Arrays.stream(reference)
                .map(count -> Math.floor(count / total * size))
                .toArray();
        long present = Arrays.stream(current).filter(count -> count > 0).count();
        boolean unexpected = Arrays.stream(expected).anyMatch(count -> count == 0);
        double statistic = unexpected ? Double.POSITIVE_INFINITY : distance(current, expected);
        return new Reading(statistic, Contingency.survival(statistic, (int) Math.max(1, present - 1)), Double.NaN);
    }

    private static double distance(double[] observed, double[] expected) {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double difference = observed[i] - expected[i];
            sum += difference == 0 ? 0 : difference * difference / expected[i];
        }
        return sum;
    }

    private static double sum(double[] counts) {
        return Arrays.stream(counts).sum();
    }
}
