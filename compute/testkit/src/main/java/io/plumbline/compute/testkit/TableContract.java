package io.plumbline.compute.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The whole suite for an engine, to be extended once for each format it reads. Here: how a table is read over many chunks, again, by
 * several threads at once, in rows, and not to its end.
 */
public abstract class TableContract extends TableSchemaContract {
    private static final int ROWS = 50_000;

    private Table openMany() {
        return open(
                many("n", ColumnType.INTEGER, row -> row),
                many("x", ColumnType.NUMBER, row -> row % 10 == 3 ? null : row / 4.0),
                many("s", ColumnType.TEXT, row -> "value " + row % 7000),
                many("f", ColumnType.BOOLEAN, row -> row % 3 == 0));
    }

    private static SampleColumn many(String name, ColumnType type, LongFunction<@Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(ROWS);
        LongStream.range(0, ROWS).forEach(row -> values.add(value.apply(row)));
        return new SampleColumn(name, type, Collections.unmodifiableList(values));
    }

    @Test
    void everyRowOfManyChunksIsRead() {
        try (Table table = openMany()) {
            assertThat(table.rows()).isEqualTo(ROWS);
            ReadColumn whole = ReadColumn.of(table, "n");
            assertThat(whole.numbers()).hasSize(ROWS).doesNotHaveDuplicates();
            ReadColumn numbers = ReadColumn.of(table, "x");
            assertThat(numbers.missing()).isEqualTo(ROWS / 10);
            assertThat(numbers.rows()).isEqualTo(ROWS);
            ReadColumn texts = ReadColumn.of(table, "s");
            assertThat(texts.counts())
                    .hasSize(7000)
                    .containsEntry("value 0", 8L)
                    .containsEntry("value 6999", 7L);
            assertThat(ReadColumn.of(table, "f").counts()).containsEntry("true", (ROWS + 2) / 3L);
        }
    }

    @Test
    void everyReadingGivesTheSame() {
        try (Table table = openMany()) {
            for (TableColumn column : table.columns()) {
                assertSame(ReadColumn.of(table, column.name()), ReadColumn.of(table, column.name()));
            }
        }
    }

    private static void assertSame(ReadColumn first, ReadColumn second) {
        assertThat(second.numbers()).isEqualTo(first.numbers());
        assertThat(second.counts()).containsExactlyEntriesOf(first.counts());
        assertThat(second.missing()).isEqualTo(first.missing());
    }

    @Test
    void severalThreadsReadAtOnce() {
        try (Table table = openMany()) {
            List<CompletableFuture<ReadColumn>> readings = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                for (TableColumn column : table.columns()) {
                    readings.add(CompletableFuture.supplyAsync(() -> ReadColumn.of(table, column.name())));
                }
            }
            int columns = table.columns().size();
            for (int i = 0; i < readings.size(); i++) {
                assertSame(readings.get(i % columns).join(), readings.get(i).join());
            }
        }
    }

    @Test
    void alignedRowsComeInTheirOrderWithNanForMissing() {
        try (Table table = openMany()) {
            long[] next = new long[1];
            table.readAligned(List.of(ReadColumn.column(table, "x"), ReadColumn.column(table, "n")), (block, size) -> {
                for (int i = 0; i < size; i++) {
                    long row = next[0]++;
                    assertThat(block[1][i]).isEqualTo((double) row);
                    assertThat(block[0][i]).isEqualTo(Double.valueOf(row % 10 == 3 ? Double.NaN : row / 4.0));
                }
            });
            assertThat(next[0]).isEqualTo(ROWS);
        }
    }

    @Test
    void alignedRowsOfACategoryAreRefused() {
        try (Table table = open(SampleColumn.of("s", ColumnType.TEXT, "a"))) {
            assertThatThrownBy(() -> table.readAligned(table.columns(), (block, size) -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'s'");
        }
    }

    @Test
    void duplicatesAreRowsEqualToAnEarlierOneInEveryColumn() {
        try (Table table = open(
                SampleColumn.of("n", ColumnType.INTEGER, 1L, 1L, 1L, null, null, 2L),
                SampleColumn.of("s", ColumnType.TEXT, "a", "b", "a", null, null, "a"))) {
            assertThat(table.duplicateRows()).isEqualTo(2);
        }
    }

    @Test
    void manyRowsWithoutDuplicatesHaveNone() {
        try (Table table = openMany()) {
            assertThat(table.duplicateRows()).isZero();
        }
    }

    @Test
    void anInterruptedThreadReadsNothing() {
        try (Table table = openMany()) {
            for (TableColumn column : table.columns()) {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> table.read(column, chunk -> {})).isInstanceOf(CancellationException.class);
                assertThat(Thread.interrupted())
                        .as("the thread stays interrupted")
                        .isTrue();
            }
            assertThat(ReadColumn.of(table, "n").rows()).isEqualTo(ROWS);
        }
    }

    @Test
    void anInterruptOnTheWayEndsTheReading() {
        try (Table table = openMany()) {
            long[] rows = new long[1];
            assertThatThrownBy(() -> table.read(ReadColumn.column(table, "n"), chunk -> {
                        rows[0] += chunk.rows();
                        Thread.currentThread().interrupt();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(rows[0]).isPositive().isLessThan(ROWS);
        }
    }

    @Test
    void whatTheSinkThrowsComesThroughAndTheTableCanStillBeRead() {
        try (Table table = openMany()) {
            IllegalStateException full = new IllegalStateException("full");
            assertThatThrownBy(() -> table.read(ReadColumn.column(table, "x"), chunk -> {
                        throw full;
                    }))
                    .isSameAs(full);
            double sum = ReadColumn.of(table, "x").numbers().stream()
                    .mapToDouble(Number::doubleValue)
                    .sum();
            double expected = LongStream.range(0, ROWS)
                    .filter(row -> row % 10 != 3)
                    .mapToDouble(row -> row / 4.0)
                    .sum();
            assertThat(sum).isCloseTo(expected, within(1e-3));
        }
    }

    @Test
    void aColumnOfAnotherTableIsRefused() {
        try (Table table = openMany()) {
            assertThatThrownBy(() -> table.read(new TableColumn("other", ColumnType.NUMBER), chunk -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other");
        }
    }

    @Test
    void pairsOfValuesAreCountedTogether() {
        try (Table table = open(
                SampleColumn.of("a", ColumnType.TEXT, "x", "x", null, "y", null),
                SampleColumn.of("b", ColumnType.BOOLEAN, true, true, false, null, null))) {
            Map<List<String>, Long> pairs = new HashMap<>();

            table.readPairs(
                    table.columns().get(0),
                    table.columns().get(1),
                    (first, second, rows) -> pairs.merge(List.of("" + first, "" + second), rows, Long::sum));

            assertThat(pairs)
                    .containsOnly(
                            entry(List.of("x", "true"), 2L),
                            entry(List.of("null", "false"), 1L),
                            entry(List.of("y", "null"), 1L),
                            entry(List.of("null", "null"), 1L));
        }
    }
}
