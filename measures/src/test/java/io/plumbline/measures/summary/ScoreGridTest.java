package io.plumbline.measures.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreGridTest {
    private static final ScoreGrid TENTHS = new ScoreGrid(0, 1, 10);

    @Test
    void binsHaveTheirUpperEdge() {
        assertThat(TENTHS.binOf(-0.001)).isZero();
        assertThat(TENTHS.binOf(0)).isEqualTo(1);
        assertThat(TENTHS.binOf(0.1)).isEqualTo(1);
        assertThat(TENTHS.binOf(Math.nextUp(0.1))).isEqualTo(2);
        assertThat(TENTHS.binOf(0.3)).isEqualTo(3);
        assertThat(TENTHS.binOf(1)).isEqualTo(10);
        assertThat(TENTHS.binOf(Double.POSITIVE_INFINITY)).isEqualTo(11);
    }

    @Property
    void everyScoreLiesInItsBin(@ForAll @DoubleRange(min = -3, max = 7) double score) {
        ScoreGrid grid = new ScoreGrid(-2.5, 6.1, 97);
        int bin = grid.binOf(score);

        assertThat(score).isLessThanOrEqualTo(grid.edge(bin)).isGreaterThanOrEqualTo(grid.lowerEdge(bin));
    }

    @Property
    void theGridOfProbabilitiesDividesIntoTenths(@ForAll @DoubleRange(min = 0, max = 1) double score) {
        int fine = ScoreGrid.PROBABILITIES.binOf(score);

        assertThat((fine - 1) / 400 + 1).isEqualTo(TENTHS.binOf(score));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new ScoreGrid(1, 1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreGrid(0, Double.NaN, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreGrid(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
