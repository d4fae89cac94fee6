package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.model.ValueType;

/**
 * How values of each type are kept in files, and how they cross between Java and DuckDB: whole numbers of microseconds for instants, and
 * texts for arrays and bytes, which the driver does not take in bulk.
 */
final class SqlType {
    private SqlType() {}

    /** The type in files. */
    static String stored(ValueType type) {
        return switch (type) {
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case TIMESTAMP -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
            case TEXT, JSON -> "VARCHAR";
            case VECTOR -> "DOUBLE[]";
            case BINARY -> "BLOB";
        };
    }

    /** What is stored, of a value that came over from Java. */
    static String received(String value, ValueType type) {
        return switch (type) {
            case NUMBER, INTEGER, BOOLEAN, TEXT, JSON -> value;
            case TIMESTAMP -> "make_timestamp(" + value + ")";
            case VECTOR -> "CAST(" + value + " AS DOUBLE[])";
            case BINARY -> "from_base64(" + value + ")";
        };
    }

    /** What goes over to Java, of a stored value. */
    static String sent(String value, ValueType type) {
        return switch (type) {
            case NUMBER, INTEGER, BOOLEAN, TEXT, JSON -> value;
            case TIMESTAMP -> "epoch_us(" + value + ")";
            case VECTOR -> "CAST(" + value + " AS VARCHAR)";
            case BINARY -> "to_base64(" + value + ")";
        };
    }

    /** A value of a change, a JSON text, as the column's type; NULL where it is null or not of that type. */
    static String changed(String json, ValueType type) {
        String text = "(" + json + " ->> '$')";
        return switch (type) {
            case NUMBER -> "TRY_CAST(" + text + " AS DOUBLE)";
            // DuckDB would round a fraction
            case INTEGER ->
                "CASE WHEN TRY_CAST(" + text + " AS DOUBLE) = trunc(TRY_CAST(" + text + " AS DOUBLE)) THEN TRY_CAST("
                        + text + " AS BIGINT) END";
            case TIMESTAMP -> "CAST(TRY_CAST(" + text + " AS TIMESTAMP WITH TIME ZONE) AS TIMESTAMP)";
            case BOOLEAN -> "CASE " + text + " WHEN 'true' THEN true WHEN 'false' THEN false END";
            case TEXT -> text;
            case JSON -> "nullif(" + json + ", 'null')";
            case VECTOR -> "TRY_CAST(" + text + " AS DOUBLE[])";
            case BINARY -> "TRY(from_base64(" + text + "))";
        };
    }
}
