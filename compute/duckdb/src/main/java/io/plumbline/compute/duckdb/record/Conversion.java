package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.FileRows.FileColumn;
import io.plumbline.compute.duckdb.Sql;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a file from outside, and the SQL that makes stored values of it.
 *
 * @param column of the file
 * @param type of what is stored
 * @param parsed its value where it can be one of the type, else NULL
 */
record Conversion(FileColumn column, ValueType type, String parsed) {
    private static final Pattern NUMBERS = Pattern.compile(
            "(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\\(\\d+,\\d+\\))\\[\\d*]");
    private static final Pattern NESTED = Pattern.compile("(STRUCT|MAP|UNION)\\(.*|.*]|JSON|VARIANT");

    /** What DuckDB says where a value is not of its type; which one is looked for then. */
    static final String MARK = "this value is not of the type of its column";

    /** 200,000 years in microseconds, as far as records reach. */
    private static final String FARTHEST = "6311390400000000000";

    /** The type that values of a column are of if nothing else is known. */
    static ValueType natural(FileColumn column) {
        if (NUMBERS.matcher(column.sqlType()).matches()) {
            return ValueType.VECTOR;
        }
        if (NESTED.matcher(column.sqlType()).matches()) {
            return ValueType.JSON;
        }
        if (column.sqlType().equals("BLOB")) {
            return ValueType.BINARY;
        }
        return switch (column.natural()) {
            case NUMBER -> ValueType.NUMBER;
            case INTEGER -> ValueType.INTEGER;
            case TIMESTAMP -> ValueType.TIMESTAMP;
            case BOOLEAN -> ValueType.BOOLEAN;
            case TEXT -> ValueType.TEXT;
        };
    }

    /**
     * As a type that the schema wants, or as one that widens it.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the column is of another type
     */
    static Conversion of(FileColumn column, ValueType wanted) {
        ValueType natural = natural(column);
        ValueType type = natural.widens(wanted) ? natural : wanted;
        return new Conversion(
                column,
                type,
                value(column, natural, type)
                        .orElseThrow(() -> PlumblineException.invalid(
                                column.name(),
                                "the column " + column.name() + " is of type " + wanted.label() + " and takes no "
                                        + natural.label())));
    }

    /** As texts that name something: numbers are taken for such, too. */
    static Conversion label(FileColumn column) {
        return switch (natural(column)) {
            case TEXT, INTEGER, NUMBER, BOOLEAN ->
                new Conversion(column, ValueType.TEXT, "nullif(" + text(column) + ", '')");
            default -> of(column, ValueType.TEXT);
        };
    }

    private static Optional<String> value(FileColumn column, ValueType natural, ValueType type) {
        boolean fits = natural == ValueType.TEXT || natural == type || type == ValueType.JSON || type.widens(natural);
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(
                natural == ValueType.TEXT || isParsed(column, type) ? ofText(column, type) : ofValue(column, type));
    }

    private static String ofValue(FileColumn column, ValueType type) {
        String name = column.identifier();
        return switch (type) {
            case JSON -> column.sqlType().equals("JSON") ? text(column) : "CAST(to_json(" + name + ") AS VARCHAR)";
            case VECTOR -> vector(cast(name, type));
            case TIMESTAMP -> storable(cast(name, type));
            case NUMBER, INTEGER, BOOLEAN, TEXT, BINARY -> cast(name, type);
        };
    }

    /** Whether values are parsed from texts; infinite numbers of delimited text may have been taken for instants. */
    private static boolean isParsed(FileColumn column, ValueType type) {
        return column.isText() || (type == ValueType.NUMBER && column.sqlType().startsWith("TIMESTAMP"));
    }

    private static String ofText(FileColumn column, ValueType type) {
        String text = text(column);
        String characters = "nullif(trim(" + text + "), '')";
        return switch (type) {
            case TEXT -> text;
            case NUMBER -> "TRY_CAST(" + characters + " AS DOUBLE)";
            case INTEGER -> whole("TRY_CAST(" + characters + " AS DECIMAL(38, 9))");
            case TIMESTAMP -> storable("CAST(TRY_CAST(" + characters + " AS TIMESTAMP WITH TIME ZONE) AS TIMESTAMP)");
            case BOOLEAN -> "CASE lower(" + characters + ") WHEN 'true' THEN true WHEN 'false' THEN false END";
            case VECTOR -> vector("TRY_CAST(" + characters + " AS DOUBLE[])");
            case JSON -> "CASE WHEN json_valid(" + characters + ") THEN " + characters + " END";
            case BINARY -> "TRY(from_base64(" + characters + "))";
        };
    }

    private static String text(FileColumn column) {
        return cast(column.identifier(), ValueType.TEXT);
    }

    private static String cast(String value, ValueType type) {
        return "CAST(" + value + " AS " + SqlType.stored(type) + ")";
    }

    /** A cast to BIGINT alone would round. */
    private static String whole(String decimal) {
        return "CASE WHEN " + decimal + " = trunc(" + decimal + ") THEN TRY_CAST(" + decimal + " AS BIGINT) END";
    }

    private static String vector(String numbers) {
        return "CASE WHEN list_count(" + numbers + ") = len(" + numbers + ") THEN " + numbers + " END";
    }

    private static String storable(String time) {
        return "CASE WHEN isfinite(" + time + ") AND abs(epoch_us(" + time + ")) <= " + FARTHEST + " THEN " + time
                + " END";
    }

    /** The value, where it is there; reading one that is not of the type fails with {@link #MARK}. */
    String strict() {
        return isAlwaysReadable()
                ? parsed
                : "CASE WHEN " + isMissing() + " THEN NULL ELSE coalesce(" + parsed + ", error(" + Sql.literal(MARK)
                        + ")) END";
    }

    private boolean isAlwaysReadable() {
        return switch (type) {
            case TEXT -> true;
            case TIMESTAMP, VECTOR -> false;
            case NUMBER, INTEGER, BOOLEAN, JSON, BINARY -> natural(column) != ValueType.TEXT && !isParsed(column, type);
        };
    }

    /** Whether there is no value at all. */
    String isMissing() {
        return column.isText() && type != ValueType.TEXT
                ? "nullif(trim(" + text(column) + "), '') IS NULL"
                : column.identifier() + " IS NULL";
    }
}
