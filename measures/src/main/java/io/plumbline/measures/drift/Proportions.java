package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The z-test of two proportions, with a pooled estimate of the common one, two-sided: how often each side has the second of two values.
 * A positive z means that it has become more frequent. Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions
 * (2003), section 3.1.
 */
public final class Proportions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Family FAMILY = new Family(
            "z",
            "Z-test of two proportions",
            "(p_c-p_r) / √(p(1-p)(1/n_r+1/n_c)), p over both",
            Range.REAL,
            Direction.AWAY_FROM_ZERO);

    private Proportions() {}

    static List<Measure> measures() {
        return List.of(own(), evidently());
    }

    private static Measure own() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.pAtMostWithEffect(0.05, 0.1),
                Family.ALL,
                "Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), section 3.1; the effect is the"
                        + " difference of the proportions");
        return new CountMeasure(definition, Binnings.values(), new TwoValues());
    }

    private static Measure evidently() {
        MeasureDefinition definition = FAMILY.deviating(
                "evidently-0.7",
                Threshold.pBelow(0.05),
                Family.ALL,
                "Evidently 0.7.21, legacy/calculations/stattests/z_stattest.py",
                "More than two values are taken as the first against all others; p is 2·(1-Φ(|z|)), which is 0 from |z| = 8.3"
                        + " on.");
        return new CountMeasure(definition, Binnings.values(), Proportions::firstAgainstOthers);
    }

    private static CountStatistic.Reading firstAgainstOthers(double[] reference, double[] current) {
        return test(reference, current, z -> 2 * (1 - NORMAL.cumulativeProbability(z)));
    }

    private static CountStatistic.Reading test(
            double[] reference, double[] current, DoubleUnaryOperator twoSidedProbability) {
        double before = Arrays.stream(reference).sum();
        double now = Arrays.stream(current).sum();
        double difference = reference[0] / before - current[0] / now;
        double pooled = (before - reference[0] + now - current[0]) / (before + now);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / before + 1 / now));
        // without spread there is one value on both sides
        double z = error == 0 ? 0 : difference / error;
        return new CountStatistic.Reading(z, twoSidedProbability.applyAsDouble(Math.abs(z)), Math.abs(difference));
    }

    /** The objection of a test of two values to counts of more. */
    static Optional<String> moreThanTwo(double[] counts) {
        return counts.length <= 2
                ? Optional.empty()
                : Optional.of("there are " + counts.length + " different values, and this test is for two");
    }

    /** For columns of at most two values. */
    private static final class TwoValues implements CountStatistic {
        @Override
        public Optional<String> objection(double[] reference, double[] current) {
            return moreThanTwo(reference);
        }

        @Override
        public Reading of(double[] reference, double[] current) {
            return test(reference, current, z -> 2 * NORMAL.survivalProbability(z));
        }
    }
}
