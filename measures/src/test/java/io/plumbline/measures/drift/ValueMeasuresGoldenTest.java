package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.golden.GoldenRecipe;
import org.junit.jupiter.api.Test;

/** Data set A of the golden numbers by the reference tools. */
class ValueMeasuresGoldenTest {
    private static final ColumnData REFERENCE = GoldenRecipe.numbers(GoldenRecipe.referenceA());
    private static final ColumnData CURRENT = GoldenRecipe.numbers(GoldenRecipe.currentA());

    private static Score score(String id) {
        return (Score) Measures.require(id).measure(REFERENCE, CURRENT);
    }

    private static void assertValue(String id, double expected) {
        assertThat(score(id).value()).isCloseTo(expected, within(1e-9));
    }

    private static void assertP(String id, double expected) {
        assertThat(score(id).p() / expected).isCloseTo(1, within(1e-9));
    }

    @Test
    void kolmogorovSmirnovAsEvidently() {
        assertP("ks@evidently-0.7", 4.0417504492107453e-38);
    }

    @Test
    void wassersteinAsEvidently() {
        assertValue("wasserstein@evidently-0.7", 0.2945225480465356);
    }

    @Test
    void energyDistanceAsEvidently() {
        assertValue("energy@evidently-0.7", 0.223489472145235);
    }

    @Test
    void eppsSingletonAsEvidently() {
        assertP("epps_singleton@evidently-0.7", 1.977538540271121e-67);
    }

    @Test
    void cramerVonMisesAsEvidently() {
        assertP("cramer_von_mises@evidently-0.7", 1.1359559959345233e-09);
    }

    @Test
    void mannWhitneyAsEvidently() {
        assertP("mann_whitney@evidently-0.7", 2.6575359080056887e-34);
    }

    @Test
    void tTestAsEvidently() {
        assertP("t@evidently-0.7", 1.5930212335483193e-39);
    }

    @Test
    void andersonDarlingAsEvidently() {
        assertP("anderson_darling@evidently-0.7", 0.001);
    }

    @Test
    void kolmogorovSmirnovAsNannyml() {
        assertValue("ks@nannyml-0.13", 0.127375);
    }

    @Test
    void wassersteinAsNannyml() {
        assertValue("wasserstein@nannyml-0.13", 0.2932811912246048);
    }

    @Test
    void kolmogorovSmirnovStatisticAsScipy() {
        assertValue("ks@scipy", 0.127375);
    }

    @Test
    void kolmogorovSmirnovSignificanceAsScipy() {
        assertP("ks@scipy", 4.0417504492107453e-38);
    }

    @Test
    void wassersteinAsScipy() {
        assertValue("wasserstein@scipy", 0.2932811912246048);
    }

    @Test
    void energyDistanceAsScipy() {
        assertValue("energy@scipy", 0.223489472145235);
    }

    @Test
    void wassersteinAsDeepchecks() {
        assertValue("wasserstein@deepchecks-0.19", 0.06040357860406573);
    }

    @Test
    void kolmogorovSmirnovAsDeepchecks() {
        assertValue("ks@deepchecks-0.19", 0.12737500000000002);
    }
}
