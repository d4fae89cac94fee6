package io.plumbline.measures.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.golden.GoldenRecipe;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The effect sizes of the tests, on numbers that can be followed by hand. */
class EffectSizeTest {
    private static final ColumnData REFERENCE = GoldenRecipe.numbers(1, 2, 3, 4, 5);
    private static final ColumnData CURRENT = GoldenRecipe.numbers(3, 4, 5, 6, 7);

    private static Score score(String id) {
        return (Score) Measures.require(id).measure(REFERENCE, CURRENT);
    }

    @Test
    void tTestsIsCohensD() {
        assertThat(score("t@1").effect()).isCloseTo(2 / Math.sqrt(2.5), within(1e-15));
    }

    @Test
    void mannWhitneysIsTheRankBiserialCorrelation() {
        assertThat(score("mann_whitney@1").value()).isEqualTo(4.5);
        assertThat(score("mann_whitney@1").effect()).isCloseTo(1 - 2 * 4.5 / 25, within(1e-15));
    }

    @Test
    void ofTestsOnDistributionsItIsTheLargestGap() {
        assertThat(Stream.of("ks@1", "anderson_darling@1", "cramer_von_mises@1", "epps_singleton@1")
                        .map(id -> score(id).effect()))
                .allSatisfy(effect -> assertThat(effect).isCloseTo(0.4, within(1e-15)));
    }

    @Test
    void discrepancysIsItsRoot() {
        Score score = score("mmd@1");
        assertThat(score.value()).isPositive();
        assertThat(score.effect()).isEqualTo(Math.sqrt(score.value()));
    }

    @Test
    void discrepancyOfAMovedColumnIsAsSignificantAsPermutationsCanTell() {
        Score score = (Score) Measures.require("mmd@1")
                .measure(
                        GoldenRecipe.numbers(GoldenRecipe.number(1, 2000)),
                        GoldenRecipe.numbers(GoldenRecipe.currentA()));
        assertThat(score.p()).isEqualTo(1.0 / 200);
        assertThat(score.parameters()).containsEntry("reference_sample", 500).containsEntry("current_sample", 500);
    }
}
