package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.table.TableColumn;
import java.util.List;
import java.util.OptionalLong;

/** One side of a comparison: a table, or stored profiles of one. Columns may be asked for by several threads at once. */
public interface DataSet {

    /** What the user calls it. */
    String name();

    /** How many rows it has. */
    long rows();

    /** Its columns in order. */
    List<TableColumn> columns();

    /**
     * All that is to be known of a column. Reads it anew at each call: whoever asks keeps the answer as long as it is needed.
     *
     * @throws io.plumbline.measures.table.TableException where it cannot be read
     */
    ColumnData column(TableColumn column);

    /** How many rows equal an earlier one; empty where it is not known. */
    OptionalLong duplicateRows();
}
