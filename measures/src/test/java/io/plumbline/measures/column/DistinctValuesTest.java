package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnData.DistinctCount;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctValuesTest {

    private static DistinctValues of(double... numbers) {
        DistinctValues values = new DistinctValues();
        values.add(numbers, numbers.length);
        return values;
    }

    @Test
    void fewAreCountedExactly() {
        double[] numbers = new Random(1)
                .ints(100_000, 0, DistinctValues.LIMIT)
                .asDoubleStream()
                .toArray();
        DistinctValues values = of(numbers);
        assertThat(values.count())
                .isEqualTo(DistinctCount.exactly(
                        DoubleStream.of(numbers).distinct().count()));
        assertThat(values.inOrder()).isEqualTo(DoubleStream.of(numbers).sorted().toArray());
    }

    @Test
    void zerosOfBothSignsAreOne() {
        assertThat(of(0.0, -0.0, 1).count()).isEqualTo(DistinctCount.exactly(2));
        assertThat(of(-0.0, 0.0).inOrder()).containsExactly(0.0, 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.01, 1000, 0x1p-30, 1e280, 1 / 3.0})
    void manyAreEstimatedWithinAFewPercentHoweverTheyAreSpaced(double step) {
        int many = 300_000;
        for (double start : new double[] {0, 1.7e15 * step, -7}) {
            DistinctValues values = of(
                    IntStream.range(0, many).mapToDouble(i -> start + i * step).toArray());
            assertThat(values.isComplete()).isFalse();
            assertThat(values.count().exact()).isFalse();
            assertThat(values.count().value().orElseThrow() / (double) many)
                    .as("from %s", start)
                    .isBetween(0.9, 1.1);
        }
    }

    @Test
    void numbersWhoseHashesAreNearlyTheSameAreThinnedOutAllTheSame() {
        BigInteger factor = new BigInteger("9E3779B97F4A7C15", 16);
        long inverse = factor.modInverse(BigInteger.TWO.pow(Long.SIZE)).longValue();
        double[] numbers = LongStream.range(0, 100_000)
                .map(hash -> hash * inverse)
                .map(folded -> folded ^ (folded >>> 32))
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();
        DistinctValues values = of(numbers);
        assertThat(values.isComplete()).isFalse();
        assertThat(values.count().exact()).isFalse();
    }

    @Test
    void anEstimateDoesNotDependOnOrderOrRepetition() {
        double[] numbers = new Random(2).doubles(50_000).toArray();
        double[] twiceBackwards = DoubleStream.concat(
                        IntStream.range(0, numbers.length).mapToDouble(i -> numbers[numbers.length - 1 - i]),
                        DoubleStream.of(numbers))
                .toArray();
        assertThat(of(twiceBackwards).count()).isEqualTo(of(numbers).count());
    }
}
