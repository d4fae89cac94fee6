package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Samples of a thousand values and more, most of which the library is not asked of. */
class KolmogorovDistributionTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/io/plumbline/measures/golden/kstwo.csv", numLinesToSkip = 1)
    void largeSamplesAsScipysKstwo(double n, double distance, double expected) {
        assertThat(KolmogorovDistribution.survival(distance, n) / expected).isCloseTo(1, within(1e-9));
    }

    @Test
    void itGoesOnWhereTheWayOfComputingChanges() {
        for (double t = 0.4; t < 6; t += 0.1) {
            double before = KolmogorovDistribution.survival(t / Math.sqrt(2_999), 2_999);
            double after = KolmogorovDistribution.survival(t / Math.sqrt(3_000), 3_000);
            assertThat(after / before).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void itIsAProbabilityHoweverSmallTheDistance() {
        for (double t = 0.01; t < 0.6; t += 0.001) {
            assertThat(KolmogorovDistribution.survival(t / 100, 10_000)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aboveAThousandMillionValuesItIsTheLimit() {
        double limit = 2 * (Math.exp(-2) - Math.exp(-8) + Math.exp(-18));
        assertThat(KolmogorovDistribution.survival(1 / Math.sqrt(4e9), 4e9)).isCloseTo(limit, within(1e-4));
    }
}
