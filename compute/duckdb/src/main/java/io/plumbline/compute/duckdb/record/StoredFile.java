package io.plumbline.compute.duckdb.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a file.
 *
 * @param path where it is
 * @param rows how many
 * @param numbers where its rows have their numbers
 * @param columns by their names in the schema
 * @param groups its rows by groups that can be read one by one, in their order
 */
record StoredFile(Path path, long rows, RowNumbers numbers, Map<String, StoredColumn> columns, List<RowGroup> groups) {
    /** The column of this name of the schema, where the file has it. */
    Optional<StoredColumn> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /**
     * A column of a file.
     *
     * @param physical its name in the file
     * @param sqlType its type in DuckDB
     */
    record StoredColumn(String physical, String sqlType) {}

    /**
     * Rows of a file that follow each other.
     *
     * @param first the place of the first one
     * @param rows how many
     * @param earliest none of them has an earlier event time, in microseconds
     * @param latest none of them has a later one
     */
    record RowGroup(long first, long rows, long earliest, long latest) {}
}
