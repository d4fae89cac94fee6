package io.plumbline.measures.table;

import io.plumbline.measures.column.ColumnType;
import java.util.Map;
import java.util.Optional;

/**
 * What a user says of the columns of a data set, over what would be found out by reading it.
 *
 * @param columns by column name; a column that is not named is taken as it is found
 */
public record Schema(Map<String, Declared> columns) {
    /** Nothing said. */
    public static final Schema NONE = new Schema(Map.of());

    /** Keeps an unmodifiable copy. */
    public Schema {
        columns = Map.copyOf(columns);
    }

    /** What is said of a column. */
    public Optional<Declared> of(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /**
     * What is said of one column.
     *
     * @param type the type to read it as; values that are not of this type are counted as violations
     * @param role what it is for
     */
    public record Declared(Optional<ColumnType> type, Optional<ColumnRole> role) {}
}
