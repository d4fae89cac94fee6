package io.plumbline.measures.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.quality.CorrelationMatrix.Method;
import io.plumbline.measures.table.InMemoryTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetQualityTest {

    @Test
    void findsEqualColumnsOfEveryType() {
        InMemoryTable table = new InMemoryTable("t")
                .with("a", 1, 2, Double.NaN)
                .with("moved", 2, 1, Double.NaN)
                .with("b", 1, 2, Double.NaN)
                .with("whole", ColumnType.INTEGER, 1L, 2L, null)
                .with("instant", ColumnType.TIMESTAMP, 1L, 2L, null)
                .with("t", ColumnType.TEXT, "x", null, "y")
                .with("moved text", ColumnType.TEXT, "y", null, "x")
                .with("u", ColumnType.TEXT, "x", null, "y")
                .with("yes", ColumnType.BOOLEAN, true, false, true)
                .with("no", ColumnType.BOOLEAN, true, false, true)
                .with("written", ColumnType.TEXT, "true", "false", "true");

        assertThat(DuplicateColumns.of(table, table.columns()))
                .containsExactly(List.of("a", "b", "whole"), List.of("t", "u"), List.of("yes", "no"));
    }

    @Test
    void wholeNumbersThatAreOneDoubleAreNotEqual() {
        long large = (1L << 53) + 1;
        InMemoryTable table = new InMemoryTable("t")
                .with("x", ColumnType.INTEGER, large, 5L)
                .with("y", ColumnType.INTEGER, large - 1, 5L)
                .with("z", ColumnType.INTEGER, large, 5L);

        assertThat(DuplicateColumns.of(table, table.columns())).containsExactly(List.of("x", "z"));
    }

    @Test
    void columnsWithoutValuesAreNotCalledEqual() {
        InMemoryTable table = new InMemoryTable("t")
                .with("x", Double.NaN, Double.NaN)
                .with("y", Double.NaN, Double.NaN)
                .with("t", ColumnType.TEXT, null, null)
                .with("u", ColumnType.TEXT, null, null);

        assertThat(DuplicateColumns.of(table, table.columns())).isEmpty();
    }

    @Test
    void findsEqualColumnsAmongManyThatAreReadInParts() {
        InMemoryTable table = new InMemoryTable("wide");
        for (int i = 0; i < 200; i++) {
            table.with("x" + i, i % 150, 1, 2);
        }
        List<List<String>> groups = DuplicateColumns.of(table, table.columns());

        assertThat(groups).hasSize(50).startsWith(List.of("x0", "x150")).endsWith(List.of("x49", "x199"));
    }

    @Test
    void aTableThatIsTooLargeIsNotSearchedForEqualRows() {
        InMemoryTable table = new InMemoryTable("t").with("x", 1, 1, 2).with("y", 3, 3, 3);

        assertThat(DuplicateRows.of(table)).hasValue(1);
        assertThat(DuplicateRows.of(table, 6)).hasValue(1);
        assertThat(DuplicateRows.of(table, 5)).isEmpty();
    }

    @Test
    void gathersAll() {
        InMemoryTable table =
                new InMemoryTable("t").with("x", 1, 2, 1).with("y", 1, 2, 1).with("t", ColumnType.TEXT, "a", "b", "a");

        DataSetQuality quality = DataSetQuality.of(table, table.columns());

        assertThat(quality.rows()).isEqualTo(3);
        assertThat(quality.duplicateRows()).hasValue(1);
        assertThat(quality.duplicateColumns()).containsExactly(List.of("x", "y"));
        assertThat(quality.correlations())
                .extracting(CorrelationMatrix::method)
                .containsExactly(Method.PEARSON, Method.SPEARMAN, Method.CRAMERS_V);
        assertThat(quality.correlations().get(0).of("x", "y").value()).isEqualTo(1);
    }
}
