package io.plumbline.measures.drift;

import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The Anderson-Darling test of two samples in its midrank version, which allows for ties: the squared gap of the cumulated shares,
 * weighted so that the tails count more, standardized by its mean and standard deviation. The p-value is interpolated from a table and
 * lies between 0.001 and 0.25, whatever the statistic.
 *
 * <p>Source: Scholz and Stephens (1987), K-sample Anderson-Darling tests: equation 7 for the statistic, equation 4 for its variance,
 * table 2 for its critical values.
 */
final class AndersonDarling {
    private static final Family TEST = new Family(
            "anderson_darling",
            "Anderson-Darling test",
            "(A² - 1) / sd(A²), A² the midrank statistic of two samples; p within [0.001, 0.25]",
            Range.REAL,
            Direction.UP,
            Input.VALUES);
    private static final double MOST_P = 0.25;
    private static final double LEAST_P = 0.001;

    private AndersonDarling() {}

    static List<Measure> measures() {
        return List.of(
                measure(TEST.variant(
                        "1",
                        Threshold.pAtMostWithEffect(0.05, 0.1),
                        "Scholz and Stephens 1987; effect is the Kolmogorov-Smirnov D")),
                measure(TEST.variant(
                        "evidently-0.7",
                        Threshold.pBelow(0.1),
                        "Evidently 0.7 stattests/anderson_darling_stattest.py (reports p)")),
                measure(TEST.variant("scipy", Threshold.NONE, "scipy.stats.anderson_ksamp, midrank")));
    }

    private static Measure measure(MeasureDefinition definition) {
        return NumericMeasure.ofValues(definition, 2, AndersonDarling::test);
    }

    private static Outcome test(MeasureDefinition definition, Samples samples) {
        if (samples.isConstant()) {
            return new NotComputable(definition, "needs at least two different values, and there is one");
        }
        double value = (statistic(samples) - 1) / Math.sqrt(variance(samples));
        return samples.score(definition, value).withP(p(value)).withEffect(CumulativeGap.largest(samples));
    }

    private static double statistic(Samples samples) {
        double n = samples.referenceCount();
        double m = samples.currentCount();
        double total = n + m;
        double reference = 0;
        double current = 0;
        MergeWalk walk = samples.walk();
        while (walk.next()) {
            double tied = walk.tied();
            double pooled = walk.referenceBefore() + walk.currentBefore() + tied / 2;
            double weight = tied / total / (pooled * (total - pooled) - total * tied / 4);
            reference += weight * square(total * middle(walk.referenceBefore(), walk.referenceTied()) - pooled * n);
            current += weight * square(total * middle(walk.currentBefore(), walk.currentTied()) - pooled * m);
        }
        return (reference / n + current / m) * (total - 1) / total;
    }

    private static double middle(int before, int tied) {
        return before + tied / 2.0;
    }

    private static double square(double x) {
        return x * x;
    }

    /** The variance of the statistic under the hypothesis, for two samples. */
    private static double variance(Samples samples) {
        double total = samples.total();
        double reciprocals = 1.0 / samples.referenceCount() + 1.0 / samples.currentCount();
        double h = 0;
        double g = 0;
        for (long i = samples.total() - 1; i > 1; i--) {
            h += 1.0 / i;
            g += h / (total + 1 - i);
        }
        h += 1;
        double a = 4 * g - 6 + (10 - 6 * g) * reciprocals;
        double b = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * reciprocals - 8 * h + 4 * g - 6;
        double c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * reciprocals + 4 * h;
        double d = 4 * (2 * h + 6) - 8 * h;
        return (((a * total + b) * total + c) * total + d) / ((total - 1) * (total - 2) * (total - 3));
    }

    private static double p(double value) {
        if (value < SignificanceCurve.leastCritical()) {
            return MOST_P;
        }
        return value > SignificanceCurve.greatestCritical() ? LEAST_P : SignificanceCurve.at(value);
    }
}
