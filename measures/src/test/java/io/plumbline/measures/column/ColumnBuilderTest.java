package io.plumbline.measures.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnBuilderTest {

    @Test
    void sortsNumbersAndTalliesTheRest() {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER);
        double infinity = Double.POSITIVE_INFINITY;
        builder.add(new ColumnChunk.Numbers(new double[] {3, Double.NaN, -1, infinity, -infinity, 99}, 5, 2, 1));
        builder.add(new ColumnChunk.Numbers(new double[] {2, 2}, 2, 1, 0));
        ColumnData column = builder.build();
        assertThat(column.sortedValues()).containsExactly(-1, 2, 2, 3);
        assertThat(column.tally()).isEqualTo(new Tally(4, 3, 1, 1, 1, 1));
        assertThat(column.moments()).isEqualTo(new Moments(4, -1, 3, 1.5, 2.25));
    }

    @Test
    void sortsManyNumbersOfEveryKind() {
        Random random = new Random(1);
        double[] values = new double[50_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (i % 5) {
                case 0 -> random.nextGaussian();
                case 1 -> random.nextInt(100) - 50;
                case 2 -> Math.scalb(random.nextGaussian(), random.nextInt(2000) - 1000);
                case 3 -> 1e9 + random.nextInt(1000) * 1e-6;
                default -> i % 2 == 0 ? -0.0 : 0.0;
            };
        }
        double[] expected = values.clone();
        Arrays.sort(expected);
        assertThat(built(ColumnType.NUMBER, new ColumnChunk.Numbers(values, values.length, 0, 0))
                        .sortedValues())
                .containsExactly(expected);
    }

    @Test
    void sortsManyWholeNumbers() {
        long[] values = new Random(2).longs(30_000).toArray();
        double[] expected = Arrays.stream(values).asDoubleStream().sorted().toArray();
        assertThat(built(ColumnType.INTEGER, new ColumnChunk.Integers(values, values.length, 0, 0))
                        .sortedValues())
                .containsExactly(expected);
    }

    @Test
    void doesNotWriteToTheChunk() {
        double[] values = new Random(3).doubles(5_000).toArray();
        double[] before = values.clone();
        assertThat(built(ColumnType.NUMBER, new ColumnChunk.Numbers(values, 5_000, 0, 0))
                        .tally()
                        .values())
                .isEqualTo(5_000);
        assertThat(values).containsExactly(before);
    }

    @Test
    void countsCategories() {
        String[] texts = {"b", "a", "b", "ignored"};
        ColumnData column = built(ColumnType.TEXT, new ColumnChunk.Texts(texts, new long[] {1, 5, 2, 9}, 3, 4, 1));
        assertThat(column.categories().counts()).containsExactly(Map.entry("a", 5L), Map.entry("b", 3L));
        assertThat(column.tally()).isEqualTo(new Tally(8, 4, 0, 0, 0, 1));
        assertThat(column.distinct()).isEqualTo(ColumnData.DistinctCount.exactly(2));
    }

    @Test
    void countsTruthValues() {
        ColumnData column = built(ColumnType.BOOLEAN, new ColumnChunk.Booleans(3, 0, 2, 1));
        assertThat(column.categories().counts()).isEqualTo(Map.of("true", 3L));
        assertThat(column.tally().rows()).isEqualTo(6);
    }

    @Test
    void keepsOnlySoManyCategories() {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.TEXT, 100);
        String[] texts = new String[10_000];
        long[] counts = new long[10_000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "category " + i;
            counts[i] = 2;
        }
        builder.add(new ColumnChunk.Texts(texts, counts, texts.length, 0, 0));
        ColumnData column = builder.build();
        assertThat(column.categories().counts()).hasSize(100);
        assertThat(column.categories().other()).isEqualTo(2 * 9_900);
        assertThat(column.distinct().exact()).isFalse();
        // four standard errors
        assertThat(column.distinct().value().orElseThrow()).isBetween(6_000L, 14_000L);
    }

    @Test
    void anEmptyColumnHasNoMoments() {
        ColumnData column = built(ColumnType.NUMBER, new ColumnChunk.Numbers(new double[] {Double.NaN}, 1, 7, 0));
        assertThat(column.moments()).isEqualTo(Moments.NONE);
        assertThat(column.sortedValues()).isEmpty();
    }

    @Test
    void refusesChunksOfAnotherType() {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.TEXT);
        assertThatThrownBy(() -> builder.add(new ColumnChunk.Booleans(1, 1, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text column does not take Booleans");
    }

    @Test
    void isUsedUpOnceBuilt() {
        ColumnBuilder builder = new ColumnBuilder(ColumnType.NUMBER);
        builder.build();
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    private static ColumnData built(ColumnType type, ColumnChunk chunk) {
        ColumnBuilder builder = new ColumnBuilder(type);
        builder.accept(chunk);
        return builder.build();
    }
}
