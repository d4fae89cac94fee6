package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;

/** DuckDB's types, as far as they are read in different ways. */
enum SourceType {
    /** Whole numbers of at most 64 bits. */
    WHOLE(ColumnType.INTEGER),
    /** Whole numbers that may need more than 64 bits. */
    WIDE_WHOLE(ColumnType.NUMBER),
    /** Numbers with a fraction. */
    FRACTION(ColumnType.NUMBER),
    /** True and false. */
    BOOLEAN(ColumnType.BOOLEAN),
    /** Days and instants; those without a time zone are taken as UTC. */
    INSTANT(ColumnType.TIMESTAMP),
    /** JSON values of different types. */
    JSON(ColumnType.TEXT),
    /** All that is read as text: texts, identifiers, times of day, intervals, bytes, nested values. */
    OTHER(ColumnType.TEXT);

    private final ColumnType natural;

    SourceType(ColumnType natural) {
        this.natural = natural;
    }

    /** By the name of the type. */
    static SourceType of(String name) {
        return switch (name) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> WHOLE;
            case "UBIGINT", "HUGEINT", "UHUGEINT" -> WIDE_WHOLE;
            case "FLOAT", "DOUBLE" -> FRACTION;
            case "BOOLEAN" -> BOOLEAN;
            case "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" ->
                INSTANT;
            case "JSON" -> JSON;
            default -> name.matches("DECIMAL\\(\\d+,\\d+\\)") ? FRACTION : OTHER;
        };
    }

    /** The type such values are read as if nothing else is declared. */
    ColumnType natural() {
        return natural;
    }

    boolean isNumber() {
        return this == WHOLE || this == WIDE_WHOLE || this == FRACTION;
    }
}
