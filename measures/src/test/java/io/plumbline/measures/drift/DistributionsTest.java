package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distributions that p-values come from, against numbers of scipy 1.16.3, or against each other. */
class DistributionsTest {
    @ParameterizedTest
    @CsvSource(textBlock = KOLMOGOROV)
    void kolmogorovsAsScipysKstwo(double distance, double n, double expected) {
        assertThat(KolmogorovDistribution.survival(distance, n) / expected).isCloseTo(1, within(1e-9));
    }

    private static final String KOLMOGOROV = """
            0.3, 5, 0.664
            0.9, 3, 0.0019999999999999987
            0.75, 1, 0.5
            0.05, 1000, 0.013012074781090332
            0.02, 140000, 4.466932029003645e-49
            0.001, 230000, 0.9753532476806781
            0.2, 999, 1.683419276868769e-35
            0.6, 20, 2.0483011649719853e-07
            """;

    @Test
    void aboveAMillionValuesTheLimitGoesOnWhereTheDistributionWas() {
        double before = KolmogorovDistribution.survival(0.0015, 1_000_000);
        double after = KolmogorovDistribution.survival(0.0015, 1_000_001);
        assertThat(after).isCloseTo(before, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.3", "0.46136", "1", "1.7"})
    void bothFormsOfCramerVonMisesAgreeWhereNothingCancels(double x) {
        assertThat(CramerVonMisesTail.survival(x) / CramerVonMisesSeries.survival(x))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void theTailOfCramerVonMisesFalls() {
        double[] tail = IntStream.rangeClosed(1, 2000)
                .mapToDouble(i -> CramerVonMisesTail.survival(0.003 * i))
                .toArray();
        assertThat(IntStream.range(1, tail.length).allMatch(i -> tail[i] <= tail[i - 1]))
                .isTrue();
        assertThat(tail[0]).isEqualTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1.9999", "1.5", "2"})
    void besselsTwoFormsMeet(double x) {
        double ahead = QuarterBessel.value(x + 0.002);
        double behind = QuarterBessel.value(x);
        assertThat(ahead / behind).isBetween(0.997, 0.998);
    }

    @Test
    void exactMannWhitneyCountsAsScipy() {
        Samples samples = new Samples(
                new double[] {1.5, 2.5, 30.5, 70.25, 1000.5},
                IntStream.range(0, 2000).asDoubleStream().toArray());
        Score score = (Score) Measures.require("mann_whitney@1")
                .measure(GoldenRecipe.numbers(samples.reference()), GoldenRecipe.numbers(samples.current()));
        assertThat(score.parameters()).containsEntry("p_method", "exact");
        assertThat(score.p() / MWU_P).isCloseTo(1, within(1e-9));
    }

    private static final double MWU_P = 0.0008948479436186323;

    @Test
    void exactMannWhitneyIsSymmetric() {
        Samples samples = new Samples(new double[4], new double[6]);
        for (long u = 1; u <= 24; u++) {
            assertThat(MannWhitneyExact.survival(u, samples) + MannWhitneyExact.survival(25 - u, samples))
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void significancesMeetTheTableOfAndersonDarling() {
        double[] critical = {0.325, 1.226, 1.961, 2.718, 3.752, 4.592, 6.546};
        double[] levels = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
        double[] fitted = Arrays.stream(critical).map(SignificanceCurve::at).toArray();
        for (int i = 0; i < levels.length; i++) {
            assertThat(fitted[i] / levels[i]).isBetween(0.95, 1.05);
        }
    }
}
