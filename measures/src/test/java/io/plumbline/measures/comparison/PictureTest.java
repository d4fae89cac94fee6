package io.plumbline.measures.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.plumbline.measures.column.ColumnType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void fewNumbersGetABarEach() {
        Picture picture = Picture.of(ColumnsOf.numbers(10, 2.5, 2.5, 2.5), ColumnsOf.numbers(-1, 10));

        assertThat(picture.labels()).containsExactly("-1", "2.5", "10");
        assertThat(picture.edges()).isEmpty();
        assertThat(picture.reference()).containsExactly(0.0, 0.75, 0.25);
        assertThat(picture.current()).containsExactly(0.5, 0.0, 0.5);
    }

    @Test
    void manyNumbersAreBinnedAndOutliersFolded() {
        double[] reference = IntStream.range(0, 1000).mapToDouble(i -> i / 10.0).toArray();
        double[] current = reference.clone();
        current[0] = -1e6;
        current[999] = 1e9;

        Picture picture = Picture.of(ColumnsOf.numbers(reference), ColumnsOf.numbers(current));

        assertThat(picture.edges()).hasSize(21);
        assertThat(picture.edges().get(0)).isEqualTo(0.4995, within(1e-9));
        assertThat(picture.edges().get(20)).isEqualTo(99.4005, within(1e-9));
        assertThat(picture.labels())
                .hasSize(20)
                .startsWith("below 5.4", "5.4 to 10.4")
                .endsWith("from 94.5");
        assertThat(picture.current()).isEqualTo(picture.reference());
        assertThat(picture.reference().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void nearlyAllEqualNumbersAreBinnedOverTheirWholeRange() {
        double[] values = new double[10_000];
        for (int i = 0; i < 30; i++) {
            values[i] = i;
        }
        Picture picture = Picture.of(ColumnsOf.numbers(values), ColumnsOf.numbers(values));

        assertThat(picture.edges()).hasSize(21).startsWith(0.0).endsWith(29.0);
    }

    @Test
    void aRangeThatIsTooWideForDoublesIsNotDrawn() {
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> (i % 2 == 0 ? -1 : 1) * Double.MAX_VALUE / (1 + i / 100.0))
                .toArray();
        assertThat(Picture.of(ColumnsOf.numbers(values), ColumnsOf.numbers(values)))
                .isEqualTo(Picture.EMPTY);
    }

    @Test
    void instantsAreLabelledInIsoFormat() {
        double day = 86_400_000_000.0;
        Picture few = Picture.of(
                ColumnsOf.numeric(ColumnType.TIMESTAMP, 0, day), ColumnsOf.numeric(ColumnType.TIMESTAMP, day + 1));
        assertThat(few.labels())
                .containsExactly("1970-01-01T00:00:00Z", "1970-01-02T00:00:00Z", "1970-01-02T00:00:00.000001Z");

        double[] days = IntStream.rangeClosed(0, 100).mapToDouble(i -> i * day).toArray();
        Picture many = Picture.of(
                ColumnsOf.numeric(ColumnType.TIMESTAMP, days), ColumnsOf.numeric(ColumnType.TIMESTAMP, days));
        assertThat(many.labels().get(1)).isEqualTo("1970-01-06T10:48:00Z to 1970-01-11T09:36:00Z");
    }

    @Test
    void oneSideWithoutValuesIsDrawnAsNothing() {
        Picture picture = Picture.of(ColumnsOf.numbers(1, 2), ColumnsOf.numbers(Double.NaN));

        assertThat(picture.reference()).containsExactly(0.5, 0.5);
        assertThat(picture.current()).containsExactly(0.0, 0.0);
        assertThat(Picture.of(ColumnsOf.numbers(), ColumnsOf.numbers(Double.NaN)))
                .isEqualTo(Picture.EMPTY);
    }

    @Test
    void rareCategoriesAreDrawnAsOne() {
        Map<String, Long> reference = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            reference.put(String.format("c%02d", i), 100L - i);
        }
        Picture picture =
                Picture.of(ColumnsOf.counted(reference, 10, 0), ColumnsOf.counted(Map.of("c19", 3L, "new", 1L), 0, 0));

        assertThat(picture.labels()).hasSize(16).startsWith("c19", "new", "c00").endsWith("other");
        assertThat(picture.edges()).isEmpty();
        assertThat(picture.current()).startsWith(0.75, 0.25, 0.0).endsWith(0.0);
        assertThat(picture.reference().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void fewCategoriesNeedNoOther() {
        Picture picture = Picture.of(ColumnsOf.texts("a", "b", "b", "b"), ColumnsOf.texts("b"));

        assertThat(picture)
                .isEqualTo(new Picture(List.of("b", "a"), List.of(), List.of(0.75, 0.25), List.of(1.0, 0.0)));
    }

    /** A column of identifiers: with a walk over all categories at each comparison this took minutes. */
    @Test
    void categoriesThatHardlyRepeatAreDrawnWithoutDelay() {
        Map<String, Long> identifiers = new TreeMap<>();
        IntStream.range(0, 100_000).forEach(i -> identifiers.put("id-" + i, 1L));

        Picture picture = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> Picture.of(ColumnsOf.counted(identifiers, 0, 0), ColumnsOf.counted(identifiers, 0, 0)));

        assertThat(picture.labels()).hasSize(16).endsWith("other");
    }
}
