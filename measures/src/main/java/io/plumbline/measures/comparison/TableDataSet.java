package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.quality.DuplicateRows;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.OptionalLong;

/** A data set that is read from a table, one column at a time. */
public final class TableDataSet implements DataSet {
    /** How many categories of a column are kept; the rest is counted together, so that texts that hardly repeat stay affordable. */
    public static final int MOST_CATEGORIES = 100_000;

    private final Table table;

    /** Reads from this table, which whoever opened it closes. */
    public TableDataSet(Table table) {
        this.table = table;
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public long rows() {
        return table.rows();
    }

    @Override
    public List<TableColumn> columns() {
        return table.columns();
    }

    @Override
    public ColumnData column(TableColumn column) {
        ColumnBuilder builder = new ColumnBuilder(column.type(), MOST_CATEGORIES);
        table.read(column, builder);
        return builder.build();
    }

    @Override
    public OptionalLong duplicateRows() {
        return DuplicateRows.of(table);
    }
}
