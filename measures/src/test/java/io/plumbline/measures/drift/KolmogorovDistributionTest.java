package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large samples, of which the library is not asked. */
class KolmogorovDistributionTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/io/plumbline/measures/golden/kstwo.csv", numLinesToSkip = 1)
    void largeSamplesAsScipysKstwo(double n, double distance, double expected) {
        assertThat(KolmogorovDistribution.survival(distance, n) / expected).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 100_000})
    void itGoesOnWhereTheWayOfComputingChanges(double n) {
        for (double t = 0.4; t < 6; t += 0.1) {
            double before = KolmogorovDistribution.survival(t / Math.sqrt(n), n);
            double after = KolmogorovDistribution.survival(t / Math.sqrt(n + 1), n + 1);
            assertThat(after / before).isCloseTo(1, within(1 / n));
        }
    }

    @Test
    void aboveAThousandMillionValuesItIsTheLimit() {
        double limit = 2 * (Math.exp(-2) - Math.exp(-8) + Math.exp(-18));
        assertThat(KolmogorovDistribution.survival(1 / Math.sqrt(4e9), 4e9)).isCloseTo(limit, within(1e-4));
    }
}
