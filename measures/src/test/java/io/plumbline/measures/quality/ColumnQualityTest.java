package io.plumbline.measures.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData.DistinctCount;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.comparison.ColumnsOf;
import io.plumbline.measures.quality.ColumnQuality.Constancy;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnQualityTest {

    @Test
    void describesNumbers() {
        ColumnQuality quality = ColumnQuality.of(ColumnsOf.numbers(5, 1, 3, Double.NaN, 3, 4));

        assertThat(quality.tally().missing()).isEqualTo(1);
        assertThat(quality.distinct()).isEqualTo(DistinctCount.exactly(4));
        assertThat(quality.moments().mean()).isEqualTo(3.2);
        // numpy.quantile([1, 3, 3, 4, 5], [.05, .25, .5, .75, .95])
        assertThat(quality.quantiles()).containsExactly(1.4, 3.0, 3.0, 4.0, 4.8);
        assertThat(quality.mostFrequent()).isEqualTo(0.4);
        assertThat(quality.constancy()).isEqualTo(Constancy.VARYING);
    }

    @Test
    void describesCategories() {
        ColumnQuality quality = ColumnQuality.of(ColumnsOf.texts("x", "y", "x", "x"));

        assertThat(quality.moments()).isEqualTo(Moments.NONE);
        assertThat(quality.quantiles()).isEmpty();
        assertThat(quality.mostFrequent()).isEqualTo(0.75);
    }

    @Test
    void tellsConstantFromAlmostConstantFromEmpty() {
        double[] values = new double[100];
        Arrays.fill(values, 95, 100, 1.0);
        assertThat(ColumnQuality.of(ColumnsOf.numbers(values)).constancy()).isEqualTo(Constancy.ALMOST_CONSTANT);
        values[94] = 1;
        assertThat(ColumnQuality.of(ColumnsOf.numbers(values)).constancy()).isEqualTo(Constancy.VARYING);
        assertThat(ColumnQuality.of(ColumnsOf.numbers(7, 7, Double.NaN)).constancy())
                .isEqualTo(Constancy.CONSTANT);
        assertThat(ColumnQuality.of(ColumnsOf.texts("a", "a")).constancy()).isEqualTo(Constancy.CONSTANT);
        assertThat(ColumnQuality.of(ColumnsOf.numbers(Double.NaN)).constancy()).isEqualTo(Constancy.EMPTY);
        assertThat(ColumnQuality.of(ColumnsOf.numbers(Double.NaN)).mostFrequent())
                .isNaN();
    }

    @Test
    void doesNotGuessTheMostFrequentOfCategoriesThatWereNotKept() {
        assertThat(ColumnQuality.of(ColumnsOf.counted(Map.of("a", 10L, "b", 4L), 10, 0))
                        .mostFrequent())
                .isEqualTo(10.0 / 24);
        assertThat(ColumnQuality.of(ColumnsOf.counted(Map.of("a", 10L, "b", 4L), 11, 0))
                        .mostFrequent())
                .isNaN();
    }
}
