package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The G-test, 2·Σ O·ln(O/E), the likelihood ratio form of the chi-square test. Source: Wilks, The Likelihood Test of Independence in
 * Contingency Tables (1935).
 */
public final class LikelihoodRatio {
    private static final Family HOMOGENEITY = new Family(
            "g", "G-test", "2·Σ O·ln(O/E) over both rows, E = row·column/n", Range.NON_NEGATIVE, Direction.UP);

    private LikelihoodRatio() {}

    static List<Measure> measures() {
        return List.of(own(), evidently());
    }

    private static Measure own() {
        MeasureDefinition definition = HOMOGENEITY.variant(
                "1",
                Threshold.pAtMostWithEffect(0.05, 0.1),
                Family.ALL,
                "Wilks (1935); the effect is Cramér's V, corrected for bias after Bergsma (2013)");
        return new CountMeasure(definition, Binnings.own(), (reference, current) -> {
            Contingency table = Contingency.of(reference, current);
            return table.reading(table.likelihoodRatio());
        });
    }

    private static Measure evidently() {
        MeasureDefinition definition = HOMOGENEITY
                .withFormula("2·Σ O·ln(O/E) over the current counts, E = reference count")
                .deviating(
                        "evidently-0.7",
                        Threshold.pBelow(0.1),
                        Family.CATEGORICAL,
                        "Evidently 0.7.21, legacy/calculations/stattests/g_stattest.py",
                        "The reference is taken for the true distribution and is not scaled, so that both data sets must have"
                                + " the same number of rows.");
        return new CountMeasure(definition, Binnings.values(), new UnscaledFit());
    }

    /** The test of fit against the reference's counts as they are. */
    private static final class UnscaledFit implements CountStatistic {
        private static final double TOLERANCE = 1e-8;

        @Override
        public Optional<String> objection(double[] reference, double[] current) {
            double expected = Arrays.stream(reference).sum();
            double observed = Arrays.stream(current).sum();
            boolean equal = Math.abs(observed - expected) <= TOLERANCE * Math.min(observed, expected);
            return equal
                    ? Optional.empty()
                    : Optional.of(
                            "this definition needs as many values in the current data as in the reference, and there are "
                                    + (long) observed + " against " + (long) expected);
        }

        @Override
        public Reading of(double[] reference, double[] current) {
            double sum = 0;
            for (int i = 0; i < current.length; i++) {
                sum += current[i] == 0 ? 0 : current[i] * Math.log(current[i] / reference[i]);
            }
            double statistic = 2 * sum;
            // counts that are not expected make the sum infinite; sums of equal size cannot be negative but for
            // rounding
            return new Reading(statistic, Contingency.survival(Math.max(0, statistic), current.length - 1), Double.NaN);
        }
    }
}
