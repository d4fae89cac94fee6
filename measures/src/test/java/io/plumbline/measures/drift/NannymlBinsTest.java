package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers of NannyML 0.13.1 from 10,000 reference values on, where it counts over bins. */
class NannymlBinsTest {
    private static final double[] REFERENCE = GoldenRecipe.number(11, 12_000);
    private static final double[] CURRENT = Arrays.stream(GoldenRecipe.number(12, 11_000))
            .map(x -> 0.1 + 1.5 * x)
            .toArray();

    private static void assertValue(String id, double[] reference, double[] current, double expected) {
        Score score =
                (Score) Measures.require(id).measure(GoldenRecipe.numbers(reference), GoldenRecipe.numbers(current));
        assertThat(score.value()).isCloseTo(expected, within(1e-9));
        assertThat(score.parameters()).containsKey("calculation");
    }

    private static double[] tenths(double[] values) {
        return Arrays.stream(values).map(x -> Math.rint(x * 10) / 10).toArray();
    }

    private static double[] constant() {
        double[] values = new double[10_000];
        Arrays.fill(values, 2.0);
        return values;
    }

    @Test
    void kolmogorovSmirnovOfSmoothValues() {
        assertValue("ks@nannyml-0.13", REFERENCE, CURRENT, 0.129696969696928);
    }

    @Test
    void wassersteinOfSmoothValues() {
        assertValue("wasserstein@nannyml-0.13", REFERENCE, CURRENT, 0.4169369587767215);
    }

    @Test
    void kolmogorovSmirnovOfRoundedValues() {
        assertValue("ks@nannyml-0.13", tenths(REFERENCE), tenths(CURRENT), 0.12768939393939382);
    }

    @Test
    void wassersteinOfRoundedValues() {
        assertValue("wasserstein@nannyml-0.13", tenths(REFERENCE), tenths(CURRENT), 0.4165287828787671);
    }

    @Test
    void kolmogorovSmirnovOfAConstantReference() {
        assertValue("ks@nannyml-0.13", constant(), GoldenRecipe.number(3, 50), 1.0);
    }

    @Test
    void wassersteinOfAConstantReference() {
        assertValue("wasserstein@nannyml-0.13", constant(), GoldenRecipe.number(3, 50), 2.156920849124882);
    }
}
