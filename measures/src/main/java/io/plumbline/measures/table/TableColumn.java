package io.plumbline.measures.table;

import io.plumbline.measures.column.ColumnType;

/**
 * A column of a data set.
 *
 * @param name its name, unique in the data set
 * @param type the type its values are read as
 * @param role what it is for
 */
public record TableColumn(String name, ColumnType type, ColumnRole role) {

    /** A feature. */
    public TableColumn(String name, ColumnType type) {
        this(name, type, ColumnRole.FEATURE);
    }
}
