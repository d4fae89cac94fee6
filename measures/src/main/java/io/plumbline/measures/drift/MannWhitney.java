package io.plumbline.measures.drift;

import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Input;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Mann-Whitney test of two samples: U is the number of pairs in which the reference's value is the larger one, ties counting one
 * half. The p-value is exact where one side has at most 8 values and there are no ties, and otherwise that of the normal
 * approximation with corrections for ties and continuity. The effect size is |2·U/(n·m) - 1|, the absolute rank-biserial correlation
 * or Cliff's delta.
 *
 * <p>Source: Mann and Whitney (1947), On a test of whether one of two random variables is stochastically larger than the other; Cliff
 * (1993), Dominance statistics.
 */
final class MannWhitney {
    private static final int SMALL = 8;
    private static final Family TEST = new Family(
            "mann_whitney",
            "Mann-Whitney U test",
            "U, the number of pairs with the reference's value above the current one, ties counting ½; n·m/2 is none",
            Range.NON_NEGATIVE,
            Direction.AWAY_FROM_HALF,
            Input.VALUES);

    private MannWhitney() {}

    /** Against which alternative the p-value stands. */
    private enum Alternative {
        TWO_SIDED,
        REFERENCE_LESS
    }

    static List<Measure> measures() {
        return List.of(
                measure(
                        TEST.variant(
                                "1",
                                Threshold.pAtMostWithEffect(0.05, 0.1),
                                "Mann and Whitney 1947; effect is |2·U/(n·m) - 1|"),
                        Alternative.TWO_SIDED),
                measure(
                        TEST.deviating(
                                "evidently-0.7",
                                Threshold.pBelow(0.05),
                                "Evidently 0.7 stattests/mann_whitney_urank_stattest.py (reports p)",
                                "one-sided: only a move to larger values is ever drift"),
                        Alternative.REFERENCE_LESS),
                measure(
                        TEST.variant("scipy", Threshold.NONE, "scipy.stats.mannwhitneyu, two-sided, method auto"),
                        Alternative.TWO_SIDED));
    }

    private static Measure measure(MeasureDefinition definition, Alternative alternative) {
        return NumericMeasure.ofValues(definition, 1, (defined, samples) -> test(defined, samples, alternative));
    }

    private static Outcome test(MeasureDefinition definition, Samples samples, Alternative alternative) {
        Ranks ranks = Ranks.of(samples);
        double u = ranks.u();
        double opposite = samples.pairs() - u;
        boolean exact = samples.smaller() <= SMALL && ranks.ties() == 0 && MannWhitneyExact.isFeasible(samples);
        double p = switch (alternative) {
            case REFERENCE_LESS -> survival(opposite, samples, ranks, exact);
            case TWO_SIDED -> 2 * survival(Math.max(u, opposite), samples, ranks, exact);
        };
        return samples.score(definition, u)
                .withP(Math.min(1, p))
                .withEffect(Math.abs(u - opposite) / samples.pairs())
                .with("p_method", exact ? "exact" : "asymptotic")
                .with("alternative", alternative == Alternative.TWO_SIDED ? "two-sided" : "reference less");
    }

    private static double survival(double u, Samples samples, Ranks ranks, boolean exact) {
        return exact ? MannWhitneyExact.survival((long) u, samples) : normal(u, samples, ranks.ties());
    }

    private static double normal(double u, Samples samples, double ties) {
        double total = samples.total();
        double pairs = samples.pairs();
        double deviation = Math.sqrt(pairs / 12 * (total + 1 - ties / (total * (total - 1))));
        return NormalDistribution.of(0, 1).survivalProbability((u - pairs / 2 - 0.5) / deviation);
    }

    /**
     * What one walk over the values tells.
     *
     * @param u the statistic of the reference
     * @param ties Σ(t³ - t) over the groups of t equal values
     */
    private record Ranks(double u, double ties) {
        static Ranks of(Samples samples) {
            MergeWalk walk = samples.walk();
            double twice = 0;
            double ties = 0;
            while (walk.next()) {
                twice += (double) walk.referenceTied() * ((double) walk.currentBefore() + walk.currentThrough());
                double tied = walk.tied();
                ties += tied * tied * tied - tied;
            }
            return new Ranks(twice / 2, ties);
        }
    }
}
