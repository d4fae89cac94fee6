package io.plumbline.compute.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import io.plumbline.measures.table.TableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a table says of types, values, missing values and violations, whatever the engine and the format. */
public abstract class TableContract {

    /** Stores the columns in the engine's way and opens what was stored. The test closes the table. */
    protected abstract Table open(List<SampleColumn> columns, Schema schema);

    /** The same without a schema. */
    protected final Table open(SampleColumn... columns) {
        return open(List.of(columns), Schema.NONE);
    }

    private Table openDeclared(ColumnType type, SampleColumn column) {
        return open(List.of(column), declaring(column.name(), type));
    }

    private static Schema declaring(String column, ColumnType type) {
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
    void rolesComeFromTheSchemaAndAreFeatureOtherwise() {
        Schema schema = new Schema(Map.of("y", new Schema.Declared(Optional.empty(), Optional.of(ColumnRole.TARGET))));
        List<SampleColumn> columns =
                List.of(SampleColumn.of("x", ColumnType.INTEGER, 1L), SampleColumn.of("y", ColumnType.INTEGER, 2L));
        try (Table table = open(columns, schema)) {
            assertThat(table.columns())
                    .containsExactly(
                            new TableColumn("x", ColumnType.INTEGER, ColumnRole.FEATURE),
                            new TableColumn("y", ColumnType.INTEGER, ColumnRole.TARGET));
            assertThat(ReadColumn.of(table, "y").numbers()).containsExactly(2L);
        }
    }

    @Test
    void aDeclaredColumnThatIsNotThereIsNamed() {
        List<SampleColumn> columns = List.of(SampleColumn.of("income", ColumnType.INTEGER, 1L));
        assertThatThrownBy(() -> open(columns, declaring("incom", ColumnType.NUMBER)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("'incom'")
                .hasMessageContaining("'income'")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNotAWholeNumberViolatesADeclaredInteger() {
        SampleColumn column = SampleColumn.of(
                "n", ColumnType.TEXT, "1", "2.5", "x", null, "-7", "99999999999999999999", "9007199254740993", "3.0");
        try (Table table = openDeclared(ColumnType.INTEGER, column)) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(table.columns()).containsExactly(new TableColumn("n", ColumnType.INTEGER));
            assertThat(read.numbers()).containsExactlyInAnyOrder(1L, -7L, 9007199254740993L, 3L);
            assertThat(read.violations()).isEqualTo(3);
            assertThat(read.missing()).isEqualTo(1);
        }
    }

    @Test
    void aFractionViolatesADeclaredInteger() {
        try (Table table =
                openDeclared(ColumnType.INTEGER, SampleColumn.of("n", ColumnType.NUMBER, 1.0, 2.5, null, -3.0))) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(read.numbers()).containsExactlyInAnyOrder(1L, -3L);
            assertThat(read.violations()).isEqualTo(1);
            assertThat(read.missing()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotANumberViolatesADeclaredNumber() {
        try (Table table = openDeclared(
                ColumnType.NUMBER, SampleColumn.of("x", ColumnType.TEXT, "1.5", "n/a", null, "-2e3", "inf"))) {
            ReadColumn read = ReadColumn.of(table, "x");
            assertThat(read.numbers()).containsExactlyInAnyOrder(1.5, -2000.0, Double.POSITIVE_INFINITY);
            assertThat(read.violations()).isEqualTo(1);
            assertThat(read.missing()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotAnInstantViolatesADeclaredTimestamp() {
        SampleColumn column = SampleColumn.of(
                "t", ColumnType.TEXT, "1970-01-01 00:00:01", "1970-01-01T02:00:00+02:00", "1970-01-02", "soon", null);
        try (Table table = openDeclared(ColumnType.TIMESTAMP, column)) {
            ReadColumn read = ReadColumn.of(table, "t");
            assertThat(read.numbers()).containsExactlyInAnyOrder(1_000_000L, 0L, 86_400_000_000L);
            assertThat(read.violations()).isEqualTo(1);
            assertThat(read.missing()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNeitherTrueNorFalseViolatesADeclaredBoolean() {
        try (Table table = openDeclared(
                ColumnType.BOOLEAN, SampleColumn.of("f", ColumnType.TEXT, "true", "FALSE", "maybe", null))) {
            ReadColumn read = ReadColumn.of(table, "f");
            assertThat(read.counts()).containsOnly(entry("true", 1L), entry("false", 1L));
            assertThat(read.violations()).isEqualTo(1);
            assertThat(read.missing()).isEqualTo(1);
        }
    }

    @Test
    void numbersMayBeDeclaredTruthValuesOrTexts() {
        SampleColumn column = SampleColumn.of("n", ColumnType.INTEGER, 0L, 1L, 1L, 2L, null);
        try (Table table = openDeclared(ColumnType.BOOLEAN, column)) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(read.counts()).containsOnly(entry("true", 2L), entry("false", 1L));
            assertThat(read.violations()).isEqualTo(1);
        }
        try (Table table = openDeclared(ColumnType.TEXT, column)) {
            ReadColumn read = ReadColumn.of(table, "n");
            assertThat(read.counts()).containsOnly(entry("0", 1L), entry("1", 2L), entry("2", 1L));
            assertThat(read.violations()).isZero();
            assertThat(read.missing()).isEqualTo(1);
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

    @Test
    void pairsOfTheSameRowAreCountedOnceEachWithMissingOnesAsNull() {
        try (Table table = open(
                SampleColumn.of("c", ColumnType.TEXT, "x", "x", null, "y", null),
                SampleColumn.of("f", ColumnType.BOOLEAN, true, true, false, null, null))) {
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
