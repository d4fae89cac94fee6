package io.plumbline.measures.quality;

import io.plumbline.measures.table.Table;
import java.util.OptionalLong;

/** How many rows of a table say nothing new. */
public final class DuplicateRows {
    /** Up to how many cells, rows times columns, a table is searched: all of them are needed at once. */
    public static final long MOST_CELLS = 100_000_000L;

    private DuplicateRows() {}

    /** How many rows equal an earlier one in every column; empty for a table of more than {@value #MOST_CELLS} cells. */
    public static OptionalLong of(Table table) {
        return of(table, MOST_CELLS);
    }

    /** The same, empty for a table of more than {@code mostCells} cells. */
    public static OptionalLong of(Table table, long mostCells) {
        return table.rows() <= mostCells / Math.max(1, table.columns().size())
                ? OptionalLong.of(table.duplicateRows())
                : OptionalLong.empty();
    }
}
