package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.table.TableColumn;

/**
 * A column of a relation, and the SQL that reads it as the type it is wanted in.
 *
 * @param column what it is read as
 * @param source what it is in DuckDB
 */
record SourceColumn(TableColumn column, SourceType source) {

    /** Whether every value that is there can be read as the type. */
    boolean isAlwaysReadable() {
        return switch (column.type()) {
            case NUMBER -> source.isNumber();
            case INTEGER -> source == SourceType.WHOLE;
            case BOOLEAN -> source == SourceType.BOOLEAN;
            case TIMESTAMP -> false;
            case TEXT -> true;
        };
    }

    /** The value as DOUBLE, BIGINT, BOOLEAN or VARCHAR; NULL where there is none that can be read as the type. */
    String value() {
        return switch (column.type()) {
            case NUMBER -> number();
            case INTEGER -> integer();
            case TIMESTAMP -> "epoch_us(" + instant() + ")";
            case BOOLEAN -> truth();
            case TEXT -> text();
        };
    }

    /** The value of a numeric column as DOUBLE. */
    String valueAsNumber() {
        return "CAST(" + value() + " AS DOUBLE)";
    }

    /** The value as VARCHAR. */
    String valueAsText() {
        return "CAST(" + value() + " AS VARCHAR)";
    }

    /** Whether there is no value at all. */
    String isMissing() {
        return (column.type() == ColumnType.TEXT ? text() : isParsed() ? characters() : name()) + " IS NULL";
    }

    private boolean isParsed() {
        return source == SourceType.OTHER || source == SourceType.JSON;
    }

    private String number() {
        return source.isNumber() ? "CAST(" + name() + " AS DOUBLE)" : "TRY_CAST(" + characters() + " AS DOUBLE)";
    }

    /** A cast to BIGINT alone would round. */
    private String integer() {
        return switch (source) {
            case WHOLE, WIDE_WHOLE -> "TRY_CAST(" + name() + " AS BIGINT)";
            case FRACTION ->
                "CASE WHEN " + name() + " = trunc(" + name() + ") THEN TRY_CAST(" + name() + " AS BIGINT) END";
            default -> wholeNumberIn("TRY_CAST(" + characters() + " AS DECIMAL(38, 9))");
        };
    }

    private static String wholeNumberIn(String decimal) {
        return "CASE WHEN " + decimal + " = trunc(" + decimal + ") THEN TRY_CAST(" + decimal + " AS BIGINT) END";
    }

    private String instant() {
        return source == SourceType.INSTANT ? name() : "TRY_CAST(" + characters() + " AS TIMESTAMP WITH TIME ZONE)";
    }

    private String truth() {
        if (source == SourceType.BOOLEAN) {
            return name();
        }
        return source.isNumber()
                ? "CASE " + name() + " WHEN 0 THEN false WHEN 1 THEN true END"
                : "TRY_CAST(" + characters() + " AS BOOLEAN)";
    }

    /** What can be parsed: without blanks around it, and NULL where nothing is left. */
    private String characters() {
        return "nullif(trim(" + text() + "), '')";
    }

    private String text() {
        return source == SourceType.JSON ? "(" + name() + " ->> '$')" : "CAST(" + name() + " AS VARCHAR)";
    }

    private String name() {
        return Sql.identifier(column.name());
    }
}
