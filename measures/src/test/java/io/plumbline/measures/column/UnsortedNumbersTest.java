package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.exact.PowerSumAccumulator;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsortedNumbersTest {
    private final NumberMemory memory = new NumberMemory();

    private ColumnData column(double[] values, int cut) {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER, Integer.MAX_VALUE, values.length, memory);
        for (int from = 0; from < values.length; from += cut) {
            double[] block = Arrays.copyOfRange(values, from, Math.min(from + cut, values.length));
            builder.add(new ColumnChunk.Numbers(block, block.length, 0, 0));
        }
        return builder.build();
    }

    private static double[] gaussians(double mean, double deviation, int size) {
        return new Random(3)
                .doubles(size)
                .map(x -> mean + deviation * (x - 0.5))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1e6, 1.7e15})
    void momentsAreThoseOfExactSums(double mean) {
        double[] values = gaussians(mean, 1000, 100_001);
        PowerSumAccumulator exact = new PowerSumAccumulator();
        exact.addAll(values, values.length);
        Moments moments = column(values, 2048).moments();
        assertThat(moments.mean()).isCloseTo(exact.sums().mean(), within(1e-12 + 2 * Math.ulp(mean)));
        assertThat(moments.variance() / exact.sums().variance()).isCloseTo(1, within(1e-14));
    }

    @Test
    void momentsAreTheSameToTheLastDigitHoweverRowsWereCut() {
        double[] values = gaussians(5, 3, 50_000);
        assertThat(column(values, 1).moments())
                .isEqualTo(column(values, 2048).moments())
                .isEqualTo(column(values, 50_000).moments());
    }

    @Test
    void oneOutlierAmongTheFirstDoesNotTakeTheDigitsOfTheRest() {
        double[] values = gaussians(0, 1, 50_000);
        values[0] = 1e8;
        PowerSumAccumulator exact = new PowerSumAccumulator();
        exact.addAll(values, values.length);
        assertThat(column(values, 2048).moments().variance() / exact.sums().variance())
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void theMostFrequentValueIsKnownFromOnePercentOn() {
        double[] values = gaussians(0, 1, 50_000);
        UnsortedNumbers none = column(values, 2048).unsorted().orElseThrow();
        assertThat(none.mostFrequentShare()).isEmpty();
        Arrays.fill(values, 1000, 2000, 0.25);
        UnsortedNumbers some = column(values, 2048).unsorted().orElseThrow();
        assertThat(some.mostFrequentShare().orElseThrow()).isEqualTo(0.02);
    }

    @Test
    void memoryGoesFromOneColumnToTheNextAndChangesNoAnswer() {
        double[] first = gaussians(0, 1, 50_000);
        double[] second = gaussians(9, 5, 40_000);
        Moments expected = column(second, 2048).moments();
        ColumnData used = column(first, 2048);
        used.moments();
        used.release();
        assertThat(column(second, 2048).moments()).isEqualTo(expected);
        assertThatThrownBy(() -> used.quantile(0.5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(used::release).isInstanceOf(IllegalStateException.class);
    }
}
