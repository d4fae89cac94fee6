package io.plumbline.measures.quality;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.quality.CorrelationMatrix.Method;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.function.Predicate;

/**
 * Correlations between the columns of a table: numbers with numbers, categories with categories. Columns that identify, date or weigh
 * rows have no part in it, nor have instants. Memory is bounded by {@value #WIDTH} columns of {@value #RANKED_ROWS} rows.
 */
public final class Correlations {
    /** How wide a matrix may be. Of more columns the first are taken; the others are named as left out. */
    public static final int WIDTH = 50;

    /** Up to how many rows ranks are taken; of more, every second, third, ... row is used. */
    public static final int RANKED_ROWS = 100_000;

    /** How many categories a column may have; a column of more is named as left out. */
    public static final int MOST_CATEGORIES = 1_000;

    private Correlations() {}

    /** Pearson's r between those of these columns that hold numbers, over all rows. Reads them twice. */
    public static CorrelationMatrix pearson(Table table, List<TableColumn> columns) {
        Width width = Width.of(suited(columns, Correlations::isNumber));
        PearsonSums sums = PearsonSums.of(table, width.taken());
        return width.matrix(Method.PEARSON, 1, sums::correlation);
    }

    /** Spearman's ρ between the same. Above {@value #RANKED_ROWS} rows it is that of a systematic sample. */
    public static CorrelationMatrix spearman(Table table, List<TableColumn> columns) {
        return spearman(table, columns, RANKED_ROWS);
    }

    static CorrelationMatrix spearman(Table table, List<TableColumn> columns, int rankedRows) {
        Width width = Width.of(suited(columns, Correlations::isNumber));
        long step = Math.max(1, (table.rows() + rankedRows - 1) / rankedRows);
        RankedColumns ranked = RankedColumns.of(table, width.taken(), step);
        return width.matrix(Method.SPEARMAN, step, ranked::correlation);
    }

    /** Cramér's V between those that hold categories, over all rows. Reads each column, and each pair of columns. */
    public static CorrelationMatrix cramersV(Table table, List<TableColumn> columns) {
        List<TableColumn> categorical = suited(columns, column -> !column.type().isNumeric());
        Width width = Width.of(categorical, column -> hasFewCategories(table, column));
        return width.matrix(
                Method.CRAMERS_V,
                1,
                (first, second) -> PairTable.of(
                                table, width.taken().get(first), width.taken().get(second))
                        .cramersV());
    }

    private static List<TableColumn> suited(List<TableColumn> columns, Predicate<TableColumn> kind) {
        return columns.stream()
                .filter(column -> column.role().isCompared())
                .filter(kind)
                .toList();
    }

    private static boolean isNumber(TableColumn column) {
        return column.type() == ColumnType.NUMBER || column.type() == ColumnType.INTEGER;
    }

    private static boolean hasFewCategories(Table table, TableColumn column) {
        ColumnBuilder builder = new ColumnBuilder(column.type(), MOST_CATEGORIES);
        table.read(column, builder);
        return builder.build().categories().isComplete();
    }
}
