package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.column.Tally;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Epps-Singleton test of two samples, which compares their empirical characteristic functions at t = 0.4 and 0.8 over the joint
 * semi-interquartile range: W = N·g'·S⁺·g with g the difference of the means of (cos t₁x, cos t₂x, sin t₁x, sin t₂x), S the sum of both
 * covariances over their share of N, and S⁺ its pseudo-inverse. W follows χ² with rank(S) degrees of freedom; where both samples have
 * fewer than 25 values it is corrected by 1/(1 + N^-0.45 + 10.1·(n^-1.7 + m^-1.7)).
 *
 * <p>Source: Epps and Singleton (1986), An omnibus test for the two-sample problem using the empirical characteristic function.
 */
final class EppsSingleton {
    private static final int SMALL = 25;
    private static final Family TEST = new Family(
            "epps_singleton",
            "Epps-Singleton test",
            "N·g'·S⁺·g, g the difference of the empirical characteristic functions at 0.4 and 0.8 joint"
                    + " semi-interquartile ranges, S its covariance",
            Range.NON_NEGATIVE,
            Direction.UP,
            Input.VALUES);

    private EppsSingleton() {}

    static List<Measure> measures() {
        return List.of(
                measure(TEST.variant(
                        "1",
                        Threshold.pAtMostWithEffect(0.05, 0.1),
                        "Epps and Singleton 1986; effect is the Kolmogorov-Smirnov D")),
                measure(TEST.variant(
                        "evidently-0.7",
                        Threshold.pBelow(0.05),
                        "Evidently 0.7 stattests/epps_singleton_stattest.py (reports p)")),
                measure(TEST.variant("scipy", Threshold.NONE, "scipy.stats.epps_singleton_2samp")));
    }

    private static Measure measure(MeasureDefinition definition) {
        return NumericMeasure.ofValues(definition, 5, EppsSingleton::test);
    }

    private static Outcome test(MeasureDefinition definition, Samples samples) {
        double range = interquartileRange(samples);
        if (range == 0) {
            return new NotComputable(
                    definition, "half of all values are the same, so there is no interquartile range to scale by");
        }
        SymmetricMatrix.Solution solution = compare(samples, range / 2);
        double value = samples.total() * solution.quadraticForm() * correction(samples);
        if (solution.rank() == 0) {
            return new NotComputable(definition, "the values are too far apart for their characteristic functions");
        }
        return samples.score(definition, value)
                .withP(ChiSquaredDistribution.of(solution.rank()).survivalProbability(value))
                .withEffect(CumulativeGap.largest(samples))
                .with("degrees_of_freedom", solution.rank());
    }

    private static SymmetricMatrix.Solution compare(Samples samples, double scale) {
        CharacteristicFunction reference = CharacteristicFunction.of(samples.reference(), scale);
        CharacteristicFunction current = CharacteristicFunction.of(samples.current(), scale);
        double total = samples.total();
        return reference
                .covariance(total / samples.referenceCount())
                .plus(current.covariance(total / samples.currentCount()))
                .solve(reference.minus(current));
    }

    private static double correction(Samples samples) {
        double n = samples.referenceCount();
        double m = samples.currentCount();
        return samples.larger() < SMALL
                ? 1 / (1 + Math.pow(n + m, -0.45) + 10.1 * (Math.pow(n, -1.7) + Math.pow(m, -1.7)))
                : 1;
    }

    private static double interquartileRange(Samples samples) {
        double[] pooled = samples.pooled();
        SortedNumbers numbers =
                SortedNumbers.of(ColumnType.NUMBER, new Tally(pooled.length, 0, 0, 0, 0, 0), pooled, Moments.NONE);
        return numbers.quantile(0.75) - numbers.quantile(0.25);
    }
}
