package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What measures make of profiles, which have moments and quantiles but no values. */
class ProfileEstimateTest {
    private static final ColumnData REFERENCE = GoldenRecipe.numbers(GoldenRecipe.referenceA());
    private static final ColumnData CURRENT = GoldenRecipe.numbers(GoldenRecipe.currentA());
    private static final ColumnData GRID = onGrid(GoldenRecipe.referenceA());
    private static final ColumnData MOVED_GRID = onGrid(GoldenRecipe.currentA());

    private static ColumnData onGrid(double[] values) {
        return GoldenRecipe.numbers(Arrays.stream(values).map(Math::floor).toArray());
    }

    private static void assertEstimate(String id, ColumnData reference, ColumnData current) {
        Measure measure = Measures.require(id);
        double exact = ((Score) measure.measure(reference, current)).value();
        Score estimate = (Score)
                measure.measure(new SketchedColumn(reference, 0.013, 1), new SketchedColumn(current, 0.013, -1));
        assertThat(estimate.isExact()).isFalse();
        assertThat(exact)
                .isBetween(estimate.interval().least(), estimate.interval().greatest());
        assertThat(estimate.value())
                .isBetween(estimate.interval().least(), estimate.interval().greatest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ks@1", "wasserstein@1", "wasserstein@evidently-0.7"})
    void theIntervalHoldsTheExactValue(String id) {
        assertEstimate(id, REFERENCE, CURRENT);
        assertEstimate(id, CURRENT, REFERENCE);
        assertEstimate(id, GRID, MOVED_GRID);
        assertEstimate(id, REFERENCE, REFERENCE);
    }

    @Test
    void exactQuantilesGiveNearlyTheExactNumbers() {
        ColumnData reference = new SketchedColumn(REFERENCE, 0, 1);
        Score ks = (Score) Measures.require("ks@1").measure(reference, CURRENT);
        assertThat(ks.value()).isCloseTo(0.127375, within(2.5e-4));
        assertThat(ks.p()).isBetween(1e-40, 1e-36);
        Score wasserstein = (Score) Measures.require("wasserstein@1").measure(reference, CURRENT);
        assertThat(wasserstein.value()).isCloseTo(0.2945225480465356, within(1e-3));
    }

    @Test
    void theDistanceIsAtLeastThatOfTheMeans() {
        Score score = (Score) Measures.require("wasserstein@1")
                .measure(new SketchedColumn(REFERENCE, 0.5, 0), new SketchedColumn(CURRENT, 0.5, 0));
        double apart = Math.abs(REFERENCE.moments().mean() - CURRENT.moments().mean());
        assertThat(score.interval().least())
                .isCloseTo(apart / REFERENCE.moments().standardDeviation(), within(1e-12));
    }

    @Test
    void theTTestNeedsNoMoreThanMoments() {
        Measure measure = Measures.require("t@1");
        assertThat(measure.measure(new SketchedColumn(REFERENCE, 0.01, 0), new SketchedColumn(CURRENT, 0.01, 0)))
                .isEqualTo(measure.measure(REFERENCE, CURRENT));
    }

    private static Stream<Measure> thatNeedValues() {
        return ValueMeasures.all().stream()
                .filter(measure -> !measure.definition().id().name().equals("t"))
                .filter(measure -> !measure.definition().id().toString().matches("ks@1|wasserstein@(1|evidently-0.7)"));
    }

    @ParameterizedTest
    @MethodSource("thatNeedValues")
    void othersAskForTheDataFiles(Measure measure) {
        assertThat(measure.measure(new SketchedColumn(REFERENCE, 0.01, 0), CURRENT))
                .isInstanceOfSatisfying(
                        NotComputable.class,
                        refused -> assertThat(refused.reason()).contains("compare the data files"));
    }
}
