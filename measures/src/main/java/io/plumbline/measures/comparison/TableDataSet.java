package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnBuilder;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NumberMemory;
import io.plumbline.measures.profile.Sketches;
import io.plumbline.measures.quality.DuplicateRows;
import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.OptionalLong;

/**
 * A data set that is read from a table, one column at a time. Up to {@value #EXACT_ROWS} rows every value of a numeric column is held
 * and every answer exact. A column of more is profiled: its memory does not grow with the rows, counts over edges stay exact and cost
 * another reading each, quantiles are estimates that state their error, and measures that need every value cannot be computed.
 */
public final class TableDataSet implements DataSet {
    /** Up to how many rows every value of a column is held. */
    public static final long EXACT_ROWS = 4_000_000;

    /** How many categories of a column are kept; the rest is counted together, so that texts that hardly repeat stay affordable. */
    public static final int MOST_CATEGORIES = 100_000;

    /**
     * Up to how many cells, rows times columns, a table is searched for duplicate rows: it takes longer than to read it once more, and a
     * comparison does not depend on it.
     */
    public static final long MOST_CELLS = 5_000_000;

    private final Table table;
    private final Sketches sketches;
    private final NumberMemory memory = new NumberMemory();
    private final long exactRows;

    /**
     * Reads from this table, which whoever opened it closes.
     *
     * @param sketches for columns of too many rows to hold
     */
    public TableDataSet(Table table, Sketches sketches) {
        this(table, sketches, EXACT_ROWS);
    }

    TableDataSet(Table table, Sketches sketches, long exactRows) {
        this.table = table;
        this.sketches = sketches;
        this.exactRows = exactRows;
    }

    /** What it is read from. */
    public Table table() {
        return table;
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
        boolean scanned = column.type().isNumeric() && rows() > exactRows;
        return scanned ? ScannedNumbers.of(table, column, sketches) : held(column);
    }

    private ColumnData held(TableColumn column) {
        ColumnBuilder builder =
                new ColumnBuilder(column.type(), MOST_CATEGORIES, (int) Math.min(rows(), exactRows), memory);
        table.read(column, builder);
        return builder.build();
    }

    @Override
    public OptionalLong duplicateRows() {
        return DuplicateRows.of(table, MOST_CELLS);
    }
}
