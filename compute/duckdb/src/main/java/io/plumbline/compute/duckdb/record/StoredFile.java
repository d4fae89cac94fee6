package io.plumbline.compute.duckdb.record;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a file.
 *
 * @param path where it is
 * @param rows how many
 * @param columns by their names in the schema
 */
record StoredFile(Path path, long rows, Map<String, StoredColumn> columns) {
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
}
