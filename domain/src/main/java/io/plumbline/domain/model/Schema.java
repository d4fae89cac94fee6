package io.plumbline.domain.model;

import io.plumbline.domain.PlumblineException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a model or of a dataset, in order.
 *
 * @param version counts the changes, from 1
 * @param columns with distinct names
 */
public record Schema(int version, List<Column> columns) {
    /** Without any column. */
    public static final Schema EMPTY = new Schema(1, List.of());

    /** Checks that names are distinct. */
    public Schema {
        columns = List.copyOf(columns);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw PlumblineException.invalid(column.name(), "the column " + column.name() + " is named twice");
            }
        }
    }

    /** The column of this name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The next version, of these columns. */
    public Schema next(List<Column> newColumns) {
        return new Schema(version + 1, newColumns);
    }
}
