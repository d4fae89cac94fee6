package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Numbers that stand in the reference tools' own tests, to the digits given there, on the data given there. */
class ReferenceToolTestsTest {
    private static Score score(String id, String data) {
        return RecordedCase.named(data).score(id);
    }

    private static Offset<Double> digits(int digits) {
        return within(Math.pow(10, -digits));
    }

    @Test
    void evidentlysMannWhitneyTest() {
        assertThat(score("mann_whitney@evidently-0.7", "evidently_counts").p()).isCloseTo(0.481, digits(2));
    }

    @Test
    void evidentlysEppsSingletonTest() {
        assertThat(score("epps_singleton@evidently-0.7", "evidently_counts").p())
                .isCloseTo(0.81, digits(2));
    }

    @Test
    void evidentlysAndersonDarlingTest() {
        assertThat(score("anderson_darling@evidently-0.7", "evidently_numbers").p())
                .isCloseTo(0.0635, digits(3));
    }

    @Test
    void evidentlysTTest() {
        assertThat(score("t@evidently-0.7", "evidently_numbers").p()).isCloseTo(0.084, digits(3));
    }

    @Test
    void evidentlysCramerVonMisesTest() {
        assertThat(score("cramer_von_mises@evidently-0.7", "evidently_normals").p())
                .isCloseTo(0.8076839, digits(7));
    }

    @Test
    void frourosEarthMoversDistance() {
        assertThat(score("wasserstein@frouros", "frouros_normals").value()).isCloseTo(3.85346006, digits(8));
    }

    @Test
    void frourosEnergyDistance() {
        assertThat(score("energy@frouros", "frouros_normals").value()).isCloseTo(2.11059982, digits(8));
    }
}
