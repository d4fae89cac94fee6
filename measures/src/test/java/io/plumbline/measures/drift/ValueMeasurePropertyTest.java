package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for single measures of values and every pair of columns; {@link MeasuresTest} has what holds for all. */
class ValueMeasurePropertyTest {
    @Provide
    Arbitrary<double[]> column() {
        Arbitrary<Double> smooth = Arbitraries.doubles().between(-1000, 1000);
        Arbitrary<Double> tied = Arbitraries.integers().between(-3, 3).map(Integer::doubleValue);
        return Arbitraries.oneOf(
                smooth.array(double[].class).ofMinSize(5).ofMaxSize(60),
                tied.array(double[].class).ofMinSize(5).ofMaxSize(60));
    }

    @Provide
    Arbitrary<String> distance() {
        return Arbitraries.of(
                "ks@1",
                "ks@nannyml-0.13",
                "wasserstein@1",
                "wasserstein@scipy",
                "wasserstein@evidently-0.7",
                "energy@1",
                "energy@scipy");
    }

    private static Outcome outcome(Measure measure, double[] reference, double[] current) {
        return measure.measure(GoldenRecipe.numbers(reference), GoldenRecipe.numbers(current));
    }

    private static Score score(String id, double[] reference, double[] current) {
        return (Score) outcome(Measures.require(id), reference, current);
    }

    private static double[] map(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }

    @Property(tries = 200)
    void distancesOfAColumnToItselfAreZero(@ForAll("distance") String id, @ForAll("column") double[] values) {
        assertThat(score(id, values, values).value()).isZero();
    }

    @Property(tries = 200)
    void bothSidesMayBeSwapped(@ForAll("column") double[] reference, @ForAll("column") double[] current) {
        for (String id :
                List.of("ks@scipy", "wasserstein@scipy", "energy@scipy", "cramer_von_mises@1", "anderson_darling@1")) {
            if (outcome(Measures.require(id), reference, current) instanceof Score there) {
                Score back = score(id, current, reference);
                assertThat(back.value()).as(id).isCloseTo(there.value(), within(1e-9 * (1 + Math.abs(there.value()))));
                assertThat(Double.valueOf(back.effect())).isEqualTo(Double.valueOf(there.effect()));
            }
        }
    }

    @Property(tries = 200)
    void signedStatisticsTurnRoundWhenSidesAreSwapped(
            @ForAll("column") double[] reference, @ForAll("column") double[] current) {
        double pairs = (double) reference.length * current.length;
        assertThat(score("mann_whitney@1", reference, current).value()
                        + score("mann_whitney@1", current, reference).value())
                .isEqualTo(pairs);
        if (outcome(Measures.require("t@1"), reference, current) instanceof Score there) {
            assertThat(score("t@1", current, reference).value()).isCloseTo(-there.value(), within(1e-9));
        }
    }

    @Property(tries = 200)
    void shiftingAColumnMovesItByTheShift(@ForAll("column") double[] values) {
        double[] shifted = map(values, x -> x + 2.5);
        assertThat(score("wasserstein@scipy", values, shifted).value()).isCloseTo(2.5, within(1e-9));
    }

    @Property(tries = 200)
    void wassersteinGrowsWithTheScale(@ForAll("column") double[] reference, @ForAll("column") double[] current) {
        double before = score("wasserstein@scipy", reference, current).value();
        double after = score("wasserstein@scipy", map(reference, x -> 4 * x), map(current, x -> 4 * x))
                .value();
        assertThat(after).isCloseTo(4 * before, within(1e-9));
    }

    @Property(tries = 200)
    void ownDistancesDoNotDependOnTheUnit(@ForAll("column") double[] reference, @ForAll("column") double[] current) {
        for (String id : List.of("wasserstein@1", "energy@1")) {
            double before = score(id, reference, current).value();
            double after = score(id, map(reference, x -> 4 * x), map(current, x -> 4 * x))
                    .value();
            assertThat(after).as(id).isCloseTo(before, within(1e-9 * (1 + before)));
        }
    }

    @Property(tries = 200)
    void testsOnRanksDoNotChangeUnderMonotoneTransforms(
            @ForAll("column") double[] reference, @ForAll("column") double[] current) {
        double[] bent = map(reference, x -> Math.signum(x) * x * x);
        double[] bentCurrent = map(current, x -> Math.signum(x) * x * x);
        assumeThat(GoldenRecipe.numbers(bent).distinct())
                .isEqualTo(GoldenRecipe.numbers(reference).distinct());
        for (String id : List.of("ks@1", "cramer_von_mises@1", "anderson_darling@1", "mann_whitney@1")) {
            if (outcome(Measures.require(id), reference, current) instanceof Score score) {
                assertThat(score(id, bent, bentCurrent).value()).as(id).isEqualTo(score.value());
            }
        }
    }
}
