package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * The first Wasserstein distance, W1 = ∫|F_r(x) - F_c(x)|dx, F being the cumulated shares: how far values must be moved on average to
 * turn one distribution into the other, in the column's unit; also called the earth mover's distance. The variants differ in what
 * they divide it by.
 *
 * <p>Source: Vallender (1974), Calculation of the Wasserstein distance between probability distributions on the line.
 */
final class Wasserstein {
    private static final String AREA = "∫|F_r(x) - F_c(x)|dx";
    private static final double EVIDENTLY_LEAST_SCALE = 0.001;
    private static final Family FAMILY =
            new Family("wasserstein", "Wasserstein distance", AREA, Range.NON_NEGATIVE, Direction.UP, Input.VALUES);

    private Wasserstein() {}

    static List<Measure> measures() {
        return List.of(
                scaled(own(), Wasserstein::ownScale),
                scaled(
                        evidently(),
                        (reference, current) ->
                                Math.max(reference.moments().standardDeviation(), EVIDENTLY_LEAST_SCALE)),
                NumericMeasure.ofValues(nannyml(), 1, ReferenceBins::wasserstein),
                NumericMeasure.ofValues(deepchecks(), 10, TrimmedWasserstein::measure),
                NumericMeasure.ofValues(
                        define("scipy", AREA, Threshold.NONE, "scipy.stats.wasserstein_distance", ""),
                        1,
                        Wasserstein::raw),
                NumericMeasure.ofValues(
                        define("frouros", AREA, Threshold.NONE, "Frouros EMD (scipy's, no threshold)", ""),
                        1,
                        Wasserstein::raw));
    }

    private static MeasureDefinition own() {
        return define(
                "1",
                AREA + " / sd_r, the population standard deviation of the reference; of both together where the"
                        + " reference is constant",
                Threshold.valueAtLeast(0.1),
                "Vallender 1974",
                "");
    }

    private static MeasureDefinition evidently() {
        return define(
                "evidently-0.7",
                AREA + " / max(sd_r, 0.001), sd_r the population standard deviation of the reference",
                Threshold.valueAtLeast(0.1),
                "Evidently 0.7 stattests/wasserstein_distance_norm.py",
                "the lower bound of 0.001 depends on the column's unit");
    }

    private static MeasureDefinition nannyml() {
        return define(
                "nannyml-0.13",
                AREA + "; from 10,000 reference values on by the upper edges of 10,000 bins of equal width between the"
                        + " reference's least and greatest, and exactly outside of them",
                Threshold.NONE,
                "NannyML 0.13 drift/univariate/methods.py; its threshold is mean + 3 sd over chunks of the reference,"
                        + " which two columns do not tell",
                "with bins, the share of current values below the reference's least is taken as (n+1)/N within the bins");
    }

    private static MeasureDefinition deepchecks() {
        return FAMILY.withFormula(AREA
                        + " after dropping each side's lowest and highest 2.5 % and scaling both to their joint [0, 1]")
                .withRange(Range.UNIT)
                .deviating(
                        "deepchecks-0.19",
                        Threshold.valueAtLeast(0.2),
                        "Deepchecks 0.19 documentation of FeatureDrift, numerical_drift_method EMD, margin_quantile_filter"
                                + " 0.025; at least 10 values",
                        "Deepchecks draws 100,000 rows at random; here all values count");
    }

    private static MeasureDefinition define(
            String variant, String formula, Threshold threshold, String source, String deviations) {
        return FAMILY.withFormula(formula).deviating(variant, threshold, source, deviations);
    }

    private static Outcome raw(MeasureDefinition definition, Samples samples) {
        return samples.score(definition, CumulativeGap.area(samples));
    }

    private static Measure scaled(MeasureDefinition definition, ToDoubleBiFunction<ColumnData, ColumnData> scale) {
        return NumericMeasure.ofColumns(
                definition,
                1,
                (defined, reference, current) -> WassersteinEstimate.of(reference, current)
                        .score(defined, scale.applyAsDouble(reference, current)));
    }

    /** The reference's standard deviation, or that of both sides together where the reference is constant. */
    static double ownScale(ColumnData reference, ColumnData current) {
        Moments r = reference.moments();
        return r.variance() > 0 ? r.standardDeviation() : Math.sqrt(pooledVariance(r, current.moments()));
    }

    private static double pooledVariance(Moments r, Moments c) {
        double total = (double) r.count() + c.count();
        double apart = r.mean() - c.mean();
        return (r.count() * r.variance() + c.count() * c.variance()) / total
                + apart * apart * (r.count() / total) * (c.count() / total);
    }
}
