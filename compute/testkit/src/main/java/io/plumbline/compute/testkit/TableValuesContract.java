package io.plumbline.compute.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a table says of types, values and missing values. */
public abstract class TableValuesContract {

    /** Stores the columns in the engine's way and opens what was stored. The test closes the table. */
    protected abstract Table open(List<SampleColumn> columns, Schema schema);

    /** The same without a schema. */
    protected final Table open(SampleColumn... columns) {
        return open(List.of(columns), Schema.NONE);
    }

    final Table openDeclared(ColumnType type, SampleColumn column) {
        return open(List.of(column), declaring(column.name(), type));
    }

    static Schema declaring(String column, ColumnType type) {
        return new Schema(Map.of(column, new Schema.Declared(Optional.of(type), Optional.empty())));
    }

    @Test
    void columnsComeInTheOrderOfTheSourceWithTheirTypes() {
        try (Table table = open(
                SampleColumn.of("z", ColumnType.NUMBER, 1.5, 2.5),
                SampleColumn.of("b", ColumnType.INTEGER, 1L, 2L),
                SampleColumn.of("a", ColumnType.TEXT, "x", "y"),
                SampleColumn.of("t", ColumnType.TIMESTAMP, Instant.EPOCH, Instant.parse("2024-02-29T12:00:00Z")),
                SampleColumn.of("f", ColumnType.BOOLEAN, true, false))) {
            assertThat(table.rows()).isEqualTo(2);
            assertThat(table.columns())
                    .containsExactly(
                            new TableColumn("z", ColumnType.NUMBER),
                            new TableColumn("b", ColumnType.INTEGER),
                            new TableColumn("a", ColumnType.TEXT),
                            new TableColumn("t", ColumnType.TIMESTAMP),
                            new TableColumn("f", ColumnType.BOOLEAN));
        }
    }

    @Test
    void numbersKeepEveryDigitAndMissingOnesAreCounted() {
        try (Table table =
                open(SampleColumn.of("x", ColumnType.NUMBER, 0.1, null, -1.7976931348623157E308, 4.9E-324, null))) {
            ReadColumn read = ReadColumn.of(table, "x");
            assertThat(read.numbers()).containsExactlyInAnyOrder(0.1, -1.7976931348623157E308, 4.9E-324);
            assertThat(read.missing()).isEqualTo(2);
            assertThat(read.violations()).isZero();
            assertThat(read.rows()).isEqualTo(table.rows()).isEqualTo(5);
        }
    }

    @Test
    void notANumberAndInfinitiesAreValuesAndNotMissing() {
        SampleColumn column = SampleColumn.of(
                "x", ColumnType.NUMBER, 1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, null);
        try (Table table = openDeclared(ColumnType.NUMBER, column)) {
            ReadColumn read = ReadColumn.of(table, "x");
            assertThat(read.numbers())
                    .containsExactlyInAnyOrder(1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            assertThat(read.missing()).isEqualTo(1);
            assertThat(read.violations()).isZero();
        }
    }

    @Test
    void wholeNumbersBeyondTheReachOfADoubleAreExact() {
        try (Table table = open(SampleColumn.of(
                "n", ColumnType.INTEGER, 9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE, null, 0L))) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(read.numbers()).containsExactlyInAnyOrder(9007199254740993L, Long.MAX_VALUE, Long.MIN_VALUE, 0L);
            assertThat(read.missing()).isEqualTo(1);
        }
    }

    @Test
    void instantsAreMicrosecondsSinceTheEpochInUtc() {
        try (Table table = open(SampleColumn.of(
                "t",
                ColumnType.TIMESTAMP,
                Instant.EPOCH,
                Instant.parse("2024-03-31T01:30:00.123456Z"),
                null,
                Instant.parse("1969-12-31T23:59:59Z")))) {
            ReadColumn read = ReadColumn.of(table, "t");
            assertThat(read.numbers()).containsExactlyInAnyOrder(0L, 1711848600123456L, -1_000_000L);
            assertThat(read.missing()).isEqualTo(1);
            assertThat(read.violations()).isZero();
        }
    }

    @Test
    void textsAreCountedWhateverTheirCharacters() {
        try (Table table = open(SampleColumn.of(
                "s", ColumnType.TEXT, "größer", "日本語", "\uD83D\uDE80", "it's \"quoted\", no?", "größer", null))) {
            ReadColumn read = ReadColumn.of(table, "s");
            assertThat(read.counts())
                    .containsOnly(
                            entry("größer", 2L),
                            entry("日本語", 1L),
                            entry("\uD83D\uDE80", 1L),
                            entry("it's \"quoted\", no?", 1L));
            assertThat(read.missing()).isEqualTo(1);
            assertThat(read.rows()).isEqualTo(6);
        }
    }

    @Test
    void truthValuesAreCounted() {
        try (Table table = open(SampleColumn.of("f", ColumnType.BOOLEAN, true, false, null, true))) {
            ReadColumn read = ReadColumn.of(table, "f");
            assertThat(read.counts()).containsOnly(entry("true", 2L), entry("false", 1L));
            assertThat(read.missing()).isEqualTo(1);
            assertThat(read.violations()).isZero();
        }
    }

    @Test
    void columnsMayHaveAnyName() {
        String[] names = {"a b", "select", "it's", "say \"x\"", "größe", "x;y,z", "r1"};
        List<SampleColumn> columns = java.util.stream.IntStream.range(0, names.length)
                .mapToObj(i -> SampleColumn.of(names[i], ColumnType.INTEGER, (long) i))
                .toList();
        try (Table table = open(columns, Schema.NONE)) {
            assertThat(table.columns()).extracting(TableColumn::name).containsExactly(names);
            for (int i = 0; i < names.length; i++) {
                assertThat(ReadColumn.of(table, names[i]).numbers()).containsExactly((long) i);
            }
        }
    }

    @Test
    void aColumnWithoutAnyValueIsAllMissing() {
        List<SampleColumn> columns = List.of(
                SampleColumn.of("x", ColumnType.NUMBER, null, null), SampleColumn.of("y", ColumnType.INTEGER, 1L, 2L));
        try (Table table = open(columns, declaring("x", ColumnType.NUMBER))) {
            ReadColumn read = ReadColumn.of(table, "x");
            assertThat(read.numbers()).isEmpty();
            assertThat(read.missing()).isEqualTo(2);
        }
    }
}
