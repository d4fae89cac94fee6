package io.plumbline.measures.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.quality.CorrelationMatrix.Method;
import io.plumbline.measures.table.ColumnRole;
import io.plumbline.measures.table.InMemoryTable;
import io.plumbline.measures.table.TableColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CorrelationsTest {
    private static final JsonNode GOLDEN =
            JsonMapper.shared().readTree(Path.of("src/test/golden/quality/correlations.json"));

    private static InMemoryTable golden() {
        InMemoryTable table = new InMemoryTable("golden");
        GOLDEN.get("numbers")
                .properties()
                .forEach(column ->
                        table.with(new TableColumn(column.getKey(), ColumnType.NUMBER), cells(column.getValue())));
        GOLDEN.get("texts")
                .properties()
                .forEach(column ->
                        table.with(new TableColumn(column.getKey(), ColumnType.TEXT), cells(column.getValue())));
        return table;
    }

    private static List<@Nullable Object> cells(JsonNode column) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (JsonNode cell : column) {
            cells.add(cell.isNull() ? null : cell.isNumber() ? (Object) cell.doubleValue() : cell.stringValue());
        }
        return cells;
    }

    private static void assertEqualsGolden(String name, CorrelationMatrix matrix) {
        JsonNode expected = GOLDEN.get(name);
        assertThat(matrix.pairs()).hasSize(expected.size());
        for (JsonNode pair : expected) {
            Correlation found = matrix.of(pair.get(0).stringValue(), pair.get(1).stringValue());
            assertThat(found.value()).as("%s", pair).isEqualTo(pair.get(2).doubleValue(), within(1e-12));
            assertThat(found.rows()).isEqualTo(pair.get(3).longValue());
        }
    }

    @Test
    void pearsonEqualsPandas() {
        CorrelationMatrix matrix = Correlations.pearson(golden(), golden().columns());

        assertThat(matrix.method()).isEqualTo(Method.PEARSON);
        assertThat(matrix.columns()).hasSize(8);
        assertThat(matrix.step()).isEqualTo(1);
        assertEqualsGolden("pearson", matrix);
    }

    @Test
    void spearmanEqualsPandas() {
        assertEqualsGolden("spearman", Correlations.spearman(golden(), golden().columns()));
    }

    @Test
    void cramersVEqualsScipysChiSquareWithBergsmasCorrection() {
        assertEqualsGolden("cramers_v", Correlations.cramersV(golden(), golden().columns()));
    }

    @Test
    void ofManyRowsRanksAreTakenOfASystematicSample() {
        double[] x =
                IntStream.range(0, 1000).mapToDouble(i -> i % 4 == 0 ? i : -i).toArray();
        double[] y = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();

        InMemoryTable table = new InMemoryTable("t").with("x", x).with("y", y);
        CorrelationMatrix matrix = Correlations.spearman(table, table.columns(), 250);

        assertThat(matrix.step()).isEqualTo(4);
        assertThat(matrix.of("y", "x").rows()).isEqualTo(250);
        assertThat(matrix.of("y", "x").value()).isEqualTo(1);
    }

    @Test
    void aColumnThatDoesNotVaryHasNone() {
        InMemoryTable table = new InMemoryTable("t")
                .with("constant", 0.1, 0.1, 0.1, Double.NaN)
                .with("x", 1, 2, 3, 4)
                .with("varies where x is missing", 0.3, 0.3, 0.3, 0.7)
                .with("empty", Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                .with("t", ColumnType.TEXT, "a", "a", "a", "a")
                .with("u", ColumnType.TEXT, "a", "b", "a", "b");

        for (CorrelationMatrix matrix :
                List.of(Correlations.pearson(table, table.columns()), Correlations.spearman(table, table.columns()))) {
            assertThat(matrix.of("constant", "x")).isEqualTo(new Correlation("constant", "x", Double.NaN, 3));
            assertThat(matrix.of("constant", "varies where x is missing").value())
                    .isNaN();
            assertThat(matrix.of("x", "empty").rows()).isZero();
            assertThat(matrix.of("x", "empty").value()).isNaN();
        }
        assertThat(Correlations.cramersV(table, table.columns()).of("t", "u").value())
                .isNaN();
    }

    @Test
    void roundingIsNotTakenForVariation() {
        // Among the rows that both have, one column is constant, and far from the mean of all its rows.
        double[] half = IntStream.range(0, 98)
                .mapToDouble(i -> i < 49 ? i * i : Double.NaN)
                .toArray();
        for (double constant : new double[] {0.1, 0.3, 1 / 3.0, 17.7, 123.456}) {
            double[] far = IntStream.range(0, 98)
                    .mapToDouble(i -> i < 49 ? constant : 1e3 + i)
                    .toArray();

            InMemoryTable table = new InMemoryTable("t").with("far", far).with("half", half);
            CorrelationMatrix matrix = Correlations.pearson(table, table.columns());

            assertThat(matrix.of("far", "half").rows()).isEqualTo(49);
            assertThat(matrix.of("far", "half").value()).isNaN();
        }
    }

    @Test
    void leavesOutWhatIsTooWideOrTooManyOrNotMeant() {
        InMemoryTable table = new InMemoryTable("wide");
        for (int i = 0; i < 60; i++) {
            table.with(
                    "x" + i,
                    IntStream.range(0, 1500).mapToDouble(Double::valueOf).toArray());
        }
        String[] unique = IntStream.range(0, 1500).mapToObj(Integer::toString).toArray(String[]::new);
        String[] two = Arrays.stream(unique).map(text -> text.substring(0, 1)).toArray(String[]::new);
        table.with("unique", ColumnType.TEXT, (Object[]) unique)
                .with("two", ColumnType.TEXT, (Object[]) two)
                .with(new TableColumn("id", ColumnType.TEXT, ColumnRole.ID), List.of((Object[]) two));

        CorrelationMatrix pearson = Correlations.pearson(table, table.columns());
        assertThat(pearson.columns()).hasSize(50).startsWith("x0").endsWith("x49");
        assertThat(pearson.leftOut()).hasSize(10).startsWith("x50");
        assertThat(pearson.pairs()).hasSize(50 * 49 / 2).allMatch(pair -> pair.value() > 1 - 1e-12);
        CorrelationMatrix cramer = Correlations.cramersV(table, table.columns());
        assertThat(cramer.columns()).containsExactly("two");
        assertThat(cramer.leftOut()).containsExactly("unique");
        assertThatThrownBy(() -> cramer.of("two", "unique")).hasMessage("no correlation of two and unique");
    }
}
