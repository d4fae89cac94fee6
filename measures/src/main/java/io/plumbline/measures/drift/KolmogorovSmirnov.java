package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * The two-sample Kolmogorov-Smirnov test: D = max |F_r(x) - F_c(x)| over all x, F being the cumulated shares. The p-value is exact up
 * to 10,000 values on each side (counting lattice paths), and above it that of the one-sample test of n·m/(n+m) values.
 *
 * <p>Source: Hodges (1958), The significance probability of the Smirnov two-sample test; Simard and L'Ecuyer (2011), Computing the
 * two-sided Kolmogorov-Smirnov distribution.
 */
final class KolmogorovSmirnov {
    private static final int LARGEST_EXACT = 10_000;
    private static final KolmogorovSmirnovTest TEST = KolmogorovSmirnovTest.withDefaults();
    private static final String FORMULA = "max |F_r(x) - F_c(x)|, F being cumulated shares";
    private static final Family FAMILY =
            new Family("ks", "Kolmogorov-Smirnov test", FORMULA, Range.UNIT, Direction.UP, Input.VALUES);

    private KolmogorovSmirnov() {}

    static List<Measure> measures() {
        return List.of(
                NumericMeasure.ofColumns(
                        define("1", FORMULA, Threshold.pAtMostWithEffect(0.05, 0.1), "Hodges 1958; effect is D", ""),
                        2,
                        KolmogorovSmirnov::ownTest),
                NumericMeasure.ofValues(
                        define(
                                "evidently-0.7",
                                FORMULA,
                                Threshold.pAtMost(0.05),
                                "Evidently 0.7 stattests/ks_stattest.py (reports p)",
                                ""),
                        2,
                        KolmogorovSmirnov::test),
                NumericMeasure.ofValues(
                        define("scipy", FORMULA, Threshold.NONE, "scipy.stats.ks_2samp, method auto", ""),
                        2,
                        KolmogorovSmirnov::test),
                NumericMeasure.ofValues(nannyml(), 1, ReferenceBins::kolmogorovSmirnov),
                NumericMeasure.ofValues(deepchecks(), 10, KolmogorovSmirnov::distance),
                NumericMeasure.ofValues(whylabs(), 2, WhylabsKolmogorovSmirnov::test));
    }

    private static MeasureDefinition nannyml() {
        return define(
                "nannyml-0.13",
                FORMULA + "; from 10,000 reference values on only at the upper edges of 10,000 bins of equal width"
                        + " between the reference's least and greatest",
                Threshold.NONE,
                "NannyML 0.13 drift/univariate/methods.py; its threshold is mean + 3 sd over chunks of the reference,"
                        + " which two columns do not tell",
                "ignores calculation_method and n_bins, as NannyML does");
    }

    private static MeasureDefinition deepchecks() {
        return define(
                "deepchecks-0.19",
                FORMULA,
                Threshold.valueAtLeast(0.2),
                "Deepchecks 0.19 documentation of FeatureDrift, numerical_drift_method KS; at least 10 values",
                "Deepchecks draws 100,000 rows at random; here all values count");
    }

    private static MeasureDefinition whylabs() {
        return define(
                "whylabs",
                FORMULA + ", at 100 evenly spaced quantiles of either side only, F being the share strictly below x",
                Threshold.pBelow(0.05),
                "whylogs viz/drift column_drift_algorithms (KS), quantiles linspace(0, 1, 100), p = kstwo.sf(D, n·m/(n+m))",
                "whylogs takes quantiles and shares from KLL sketches; here they are those of all values, which is what"
                        + " a sketch gives that has not dropped any; where n·m/(n+m) is above a million, small p-values"
                        + " differ from kstwo.sf by up to a few thousandths of themselves");
    }

    private static MeasureDefinition define(
            String variant, String formula, Threshold threshold, String source, String deviations) {
        return FAMILY.withFormula(formula).deviating(variant, threshold, source, deviations);
    }

    private static Outcome test(MeasureDefinition definition, Samples samples) {
        boolean exact = samples.larger() <= LARGEST_EXACT;
        KolmogorovSmirnovTest.TwoResult result = TEST.with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
                .test(samples.reference(), samples.current());
        return samples.score(definition, result.getStatistic())
                .withP(result.getPValue())
                .withEffect(result.getStatistic())
                .with("p_method", exact ? "exact" : "asymptotic");
    }

    /** Of many values without sorting them, and by a distribution of our own, which takes no time to speak of. */
    private static Outcome ownTest(MeasureDefinition definition, ColumnData reference, ColumnData current) {
        if (!reference.hasValues() || !current.hasValues()) {
            return estimate(definition, reference, current);
        }
        return Math.max(reference.tally().values(), current.tally().values()) <= LARGEST_EXACT
                ? test(definition, Samples.of(reference, current))
                : asymptoticTest(definition, reference, current);
    }

    private static Outcome asymptoticTest(MeasureDefinition definition, ColumnData reference, ColumnData current) {
        double distance = ColumnGap.largest(reference, current);
        long n = reference.tally().values();
        long m = current.tally().values();
        return Score.exact(definition, distance, n, m)
                .withP(KolmogorovDistribution.survival(
                        distance, KolmogorovDistribution.effectiveSize((double) n, (double) m)))
                .withEffect(distance)
                .with("p_method", "asymptotic");
    }

    private static Outcome distance(MeasureDefinition definition, Samples samples) {
        return samples.score(definition, CumulativeGap.largest(samples));
    }

    private static Outcome estimate(MeasureDefinition definition, ColumnData reference, ColumnData current) {
        QuantilePoints points = QuantilePoints.of(reference, current);
        double value = CumulativeGap.largest(points.samples());
        long n = reference.tally().values();
        long m = current.tally().values();
        return Score.exact(definition, value, n, m)
                .withP(KolmogorovDistribution.survival(
                        value, KolmogorovDistribution.effectiveSize((double) n, (double) m)))
                .withEffect(value)
                .within(new Score.Interval(Math.max(0, value - points.error()), Math.min(1, value + points.error())))
                .with("p_method", "asymptotic, of the estimated statistic")
                .with("quantiles", QuantilePoints.count());
    }
}
