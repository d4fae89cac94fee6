package io.plumbline.compute.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a table by a schema: roles, and types with the values that are not of them. */
public abstract class TableSchemaContract extends TableValuesContract {

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
    void aSchemaMayDeclareColumnsThatAreNotThere() {
        List<SampleColumn> columns = List.of(SampleColumn.of("income", ColumnType.INTEGER, 1L));
        try (Table table = open(columns, declaring("target", ColumnType.NUMBER))) {
            assertThat(table.columns()).containsExactly(new TableColumn("income", ColumnType.INTEGER));
        }
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
}
