package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * The t-test of equal means, two-sided, from means and variances alone. Ours is Welch's, which does not suppose equal variances; the
 * references' is Student's with the pooled variance. The effect size is Cohen's d, the difference of the means over the pooled standard
 * deviation.
 *
 * <p>Source: Welch (1947), The generalization of Student's problem when several different population variances are involved; Cohen
 * (1988), Statistical power analysis.
 */
final class StudentT {
    private static final Family WELCH =
            test("Welch's t-test", "(mean_r - mean_c) / √(s_r²/n + s_c²/m), s² the sample variances");
    private static final Family STUDENT =
            test("Student's t-test", "(mean_r - mean_c) / (s·√(1/n + 1/m)), s² the pooled sample variance");

    private StudentT() {}

    private static Family test(String title, String formula) {
        return new Family("t", title, formula, Range.REAL, Direction.AWAY_FROM_ZERO, Input.MOMENTS);
    }

    static List<Measure> measures() {
        return List.of(
                measure(
                        WELCH.variant("1", Threshold.pAtMostWithEffect(0.05, 0.2), "Welch 1947; effect is Cohen's |d|"),
                        DataDispersion.HETEROSCEDASTIC),
                measure(
                        STUDENT.variant(
                                "evidently-0.7",
                                Threshold.pBelow(0.05),
                                "Evidently 0.7 stattests/t_test.py (reports p)"),
                        DataDispersion.HOMOSCEDASTIC),
                measure(
                        STUDENT.variant("scipy", Threshold.NONE, "scipy.stats.ttest_ind, equal_var"),
                        DataDispersion.HOMOSCEDASTIC));
    }

    private static Measure measure(MeasureDefinition definition, DataDispersion dispersion) {
        TTest test = TTest.withDefaults().with(dispersion);
        return NumericMeasure.ofColumns(
                definition, 2, (defined, reference, current) -> test(defined, reference, current, test));
    }

    private static Outcome test(MeasureDefinition definition, ColumnData reference, ColumnData current, TTest test) {
        Moments r = reference.moments();
        Moments c = current.moments();
        double pooled = Math.sqrt(((r.count() - 1) * r.sampleVariance() + (c.count() - 1) * c.sampleVariance())
                / (r.count() + c.count() - 2));
        if (Double.isInfinite(pooled)) {
            return NumericMeasure.tooLarge(definition);
        }
        if (pooled == 0) {
            return new NotComputable(
                    definition,
                    "neither side varies, so there is no spread to hold the difference of the means against");
        }
        TTest.Result result =
                test.test(r.mean(), r.sampleVariance(), r.count(), c.mean(), c.sampleVariance(), c.count());
        return Score.exact(definition, result.getStatistic(), r.count(), c.count())
                .withP(result.getPValue())
                .withEffect(Math.abs(r.mean() - c.mean()) / pooled)
                .with("degrees_of_freedom", result.getDegreesOfFreedom());
    }
}
