package io.plumbline.measures.drift;

import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.core.Sum;

/**
 * The Cramér-von Mises test of two samples. With r_i the rank among all values of the i-th smallest of the n reference values, s_j that
 * of the current ones, midranks for ties: U = n·Σ(r_i - i)² + m·Σ(s_j - j)², and T = U/(n·m·N) - (4·n·m - 1)/(6·N). The p-value is
 * exact up to 20 values on each side and otherwise that of the limiting distribution.
 *
 * <p>Source: Anderson (1962), On the distribution of the two-sample Cramér-von Mises criterion, equations 9, 10, 11, 14 and 15.
 */
final class CramerVonMises {
    private static final int LARGEST_EXACT = 20;
    /** Below this the limiting distribution has less than 1.3e-18. */
    private static final double NEGLIGIBLE = 0.003;

    private static final Family TEST = new Family(
            "cramer_von_mises",
            "Cramér-von Mises test",
            "U/(n·m·N) - (4·n·m - 1)/(6·N), U = n·Σ(r_i - i)² + m·Σ(s_j - j)² with midranks r of the reference, s of the"
                    + " current values",
            Range.REAL,
            Direction.UP,
            Input.VALUES);

    private CramerVonMises() {}

    static List<Measure> measures() {
        String truncated =
                "the limiting distribution is 1 minus a series stopped at a term below 1e-7, so that p-values"
                        + " below about 1e-7 are what was left out";
        return List.of(
                measure(
                        TEST.variant(
                                "1",
                                Threshold.pAtMostWithEffect(0.05, 0.1),
                                "Anderson 1962, Smirnov 1936 for the upper tail; effect is the Kolmogorov-Smirnov D"),
                        CramerVonMisesTail::survival),
                measure(
                        TEST.deviating(
                                "evidently-0.7",
                                Threshold.pAtMost(0.1),
                                "Evidently 0.7 stattests/cramer_von_mises_stattest.py (reports p)",
                                truncated),
                        CramerVonMisesSeries::survival),
                measure(
                        TEST.deviating("scipy", Threshold.NONE, "scipy.stats.cramervonmises_2samp", truncated),
                        CramerVonMisesSeries::survival));
    }

    private static Measure measure(MeasureDefinition definition, DoubleUnaryOperator limit) {
        return NumericMeasure.ofValues(definition, 2, (defined, samples) -> test(defined, samples, limit));
    }

    private static Outcome test(MeasureDefinition definition, Samples samples, DoubleUnaryOperator limit) {
        double u = rankSum(samples);
        double pairs = samples.pairs();
        double total = samples.total();
        double value = u / (pairs * total) - (4 * pairs - 1) / (6 * total);
        boolean exact = samples.larger() <= LARGEST_EXACT;
        return samples.score(definition, value)
                .withP(exact ? CramerVonMisesExact.survival(u, samples) : asymptoticP(value, samples, limit))
                .withEffect(CumulativeGap.largest(samples))
                .with("p_method", exact ? "exact" : "asymptotic");
    }

    private static double rankSum(Samples samples) {
        Sum reference = Sum.create();
        Sum current = Sum.create();
        MergeWalk walk = samples.walk();
        while (walk.next()) {
            double midrank = walk.referenceBefore() + walk.currentBefore() + (walk.tied() + 1) / 2.0;
            addSquares(reference, midrank - walk.referenceBefore(), walk.referenceTied());
            addSquares(current, midrank - walk.currentBefore(), walk.currentTied());
        }
        return samples.referenceCount() * reference.getAsDouble() + samples.currentCount() * current.getAsDouble();
    }

    private static void addSquares(Sum sum, double above, int tied) {
        for (int k = 1; k <= tied; k++) {
            sum.add((above - k) * (above - k));
        }
    }

    private static double asymptoticP(double value, Samples samples, DoubleUnaryOperator limit) {
        double n = samples.referenceCount();
        double m = samples.currentCount();
        double pairs = n * m;
        double total = n + m;
        double mean = (1 + 1 / total) / 6;
        double variance = (total + 1) * (4 * pairs * total - 3 * (n * n + m * m) - 2 * pairs);
        variance = variance / (45 * (total * total) * 4 * pairs);
        double normalized = 1.0 / 6 + (value - mean) / Math.sqrt(45 * variance);
        return normalized < NEGLIGIBLE ? 1 : limit.applyAsDouble(normalized);
    }
}
