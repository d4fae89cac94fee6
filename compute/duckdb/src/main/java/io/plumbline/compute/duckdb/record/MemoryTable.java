package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBColumnType;

/**
 * Rows in memory as DuckDB reads them, without a copy.
 *
 * @param types of the columns
 * @param segments follow each other
 */
record MemoryTable(List<ValueType> types, List<Segment> segments) {
    /**
     * Some rows.
     *
     * @param rows how many
     * @param columns one for each type; empty where all rows are without a value
     */
    record Segment(int rows, List<Optional<BatchColumn>> columns) {}

    long rows() {
        return segments.stream().mapToLong(Segment::rows).sum();
    }

    /** The name of a column. */
    static String name(int column) {
        return "m" + column;
    }

    /** A column of {@code m}, as statements name the table: a column that is written may have any name, also that of one of ours. */
    static String alias(int column) {
        return "m." + name(column);
    }

    /** A column as it is stored. */
    String stored(int column) {
        return SqlType.received(alias(column), types.get(column));
    }

    /** The type as which a column goes over. */
    static DuckDBColumnType sent(ValueType type) {
        return switch (type) {
            case NUMBER -> DuckDBColumnType.DOUBLE;
            case INTEGER, TIMESTAMP -> DuckDBColumnType.BIGINT;
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case TEXT, JSON, VECTOR, BINARY -> DuckDBColumnType.VARCHAR;
        };
    }
}
