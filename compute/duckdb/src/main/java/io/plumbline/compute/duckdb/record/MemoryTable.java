package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.duckdb.DuckDBColumnType;

/**
 * Rows in memory as DuckDB reads them, without a copy.
 *
 * @param types of the columns
 * @param segments follow each other
 */
record MemoryTable(List<ValueType> types, List<Segment> segments) {
    private static final double BYTES_OF_VALUE = 8;

    /**
     * Some rows.
     *
     * @param rows how many
     * @param columns one for each type; empty where all rows are without a value
     */
    record Segment(int rows, List<Optional<BatchColumn>> columns) {
        private double bytes() {
            return columns.stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(MemoryTable::bytes)
                    .sum();
        }
    }

    private static double bytes(BatchColumn column) {
        return switch (column) {
            case BatchColumn.Numbers values -> BYTES_OF_VALUE * values.rows();
            case BatchColumn.Integers values -> BYTES_OF_VALUE * values.rows();
            case BatchColumn.Timestamps values -> BYTES_OF_VALUE * values.rows();
            case BatchColumn.Booleans values -> values.rows();
            case BatchColumn.Texts values -> sum(values.missing(), values.values(), String::length);
            case BatchColumn.Vectors values ->
                sum(values.missing(), values.values(), vector -> BYTES_OF_VALUE * vector.length);
            case BatchColumn.Binaries values -> sum(values.missing(), values.values(), bytes -> bytes.length);
        };
    }

    private static <T> double sum(BitSet missing, T[] values, ToDoubleFunction<T> bytes) {
        return IntStream.range(0, values.length)
                .filter(row -> !missing.get(row))
                .mapToDouble(row -> bytes.applyAsDouble(values[row]))
                .sum();
    }

    long rows() {
        return segments.stream().mapToLong(Segment::rows).sum();
    }

    /** How much a row takes on average, in bytes. */
    double rowBytes() {
        double all = segments.stream().mapToDouble(Segment::bytes).sum();
        return Math.max(BYTES_OF_VALUE * types.size(), all / Math.max(1, rows()));
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
