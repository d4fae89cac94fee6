package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Fisher's exact test of two samples and two values, two-sided: p is the probability of all tables with the same margins that are at
 * most as likely. The value is the difference of the proportions, positive where the second value has become more frequent. Source:
 * Fisher, On the Interpretation of χ² from Contingency Tables (1922).
 */
public final class FisherExact {
    private static final Family FAMILY = new Family(
            "fisher",
            "Fisher's exact test",
            "p_c-p_r; p = Σ of the hypergeometric probabilities that are not above the table's",
            new Range(-1, 1),
            Direction.AWAY_FROM_ZERO);

    private FisherExact() {}

    static List<Measure> measures() {
        return List.of(own(), evidently());
    }

    private static Measure own() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.pAtMostWithEffect(0.05, 0.1),
                Family.ALL,
                "Fisher, On the Interpretation of χ² from Contingency Tables (1922)");
        return new CountMeasure(definition, Binnings.values(), new Table());
    }

    private static Measure evidently() {
        MeasureDefinition definition = FAMILY.deviating(
                "evidently-0.7",
                Threshold.pBelow(0.1),
                Family.CATEGORICAL,
                "Evidently 0.7.21, legacy/calculations/stattests/fisher_exact_stattest.py",
                "Both data sets must have the same number of rows.");
        return new CountMeasure(definition, Binnings.values(), new TableOfEqualSamples());
    }

    /** Of columns of at most two values. */
    private static class Table implements CountStatistic {
        /** The time it takes grows with the rows: half a second for so many. */
        private static final int MOST_ROWS = 10_000_000;

        @Override
        public Optional<String> objection(double[] reference, double[] current) {
            return sum(reference) + sum(current) > MOST_ROWS
                    ? Optional.of("there are too many rows for an exact test; z and chi2 are as good for so many")
                    : Proportions.moreThanTwo(reference);
        }

        @Override
        public final Reading of(double[] reference, double[] current) {
            double difference = reference[0] / sum(reference) - current[0] / sum(current);
            return new Reading(difference, p(reference, current), Math.abs(difference));
        }

        private static double p(double[] reference, double[] current) {
            // one value on both sides: there is no other table
            return reference.length < 2
                    ? 1
                    : FisherExactTest.withDefaults()
                            .test(new int[][] {row(reference), row(current)})
                            .getPValue();
        }

        private static int[] row(double[] counts) {
            return new int[] {(int) Math.round(counts[0]), (int) Math.round(counts[1])};
        }

        static double sum(double[] counts) {
            return Arrays.stream(counts).sum();
        }
    }

    /** Refuses samples of different size. */
    private static final class TableOfEqualSamples extends Table {
        @Override
        public Optional<String> objection(double[] reference, double[] current) {
            return sum(reference) == sum(current)
                    ? super.objection(reference, current)
                    : Optional.of("this definition needs as many values in the current data as in the reference");
        }
    }
}
