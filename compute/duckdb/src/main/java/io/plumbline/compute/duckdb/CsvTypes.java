package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * The types that the first rows of a delimited text suggest, and how to read all rows by them so that nothing is lost or changed where
 * later rows are different: then reading fails. Left to itself, DuckDB would round a later 2.5 in a column of whole numbers.
 */
final class CsvTypes {
    /** Rows that DuckDB looks at. */
    static final int SAMPLED_ROWS = 20_480;

    /** Rows that DuckDB looks at where all types are given, the fewest that it takes: they only tell whether there is a header. */
    private static final int ROWS_FOR_HEADER = 2_048;

    private static final String WHOLE = "BIGINT";
    private static final String INSTANT = "TIMESTAMP WITH TIME ZONE";
    private static final String TEXT = "VARCHAR";

    /** Below, every whole number is read exactly as a DOUBLE; a number beyond never comes out below. */
    private static final String EXACT_LIMIT = "9007199254740992";

    private final Map<String, String> sampled;
    private final Schema schema;

    private CsvTypes(Map<String, String> sampled, Schema schema) {
        this.sampled = sampled;
        this.schema = schema;
    }

    /** Looks at the first rows of a source, a call of the reader without its closing parenthesis. */
    static CsvTypes sampled(Database database, String source, Schema schema) throws SQLException {
        return new CsvTypes(database.describe(source + ")"), schema);
    }

    /** The types that the schema declares, as an option of the reader: text, to be parsed when it is read. */
    String declaredOption() {
        return option(sampled.keySet().stream()
                .filter(this::isDeclared)
                .collect(Collectors.toMap(column -> column, column -> TEXT)));
    }

    /** Reads all rows of a source by these types; fails on what is not a whole number, or no instant, in a column that seemed to have only such. */
    String select(String source) {
        return "SELECT " + projection() + " FROM " + source + sampledOption() + ", sample_size = " + ROWS_FOR_HEADER
                + ")";
    }

    private String sampledOption() {
        return option(sampled.entrySet().stream().collect(Collectors.toMap(Entry::getKey, this::readType)));
    }

    private String readType(Entry<String, String> column) {
        if (isDeclared(column.getKey())) {
            return TEXT;
        }
        return switch (column.getValue()) {
            case WHOLE -> "DOUBLE";
            case INSTANT -> TEXT;
            default -> column.getValue();
        };
    }

    private static String option(Map<String, String> types) {
        if (types.isEmpty()) {
            return "";
        }
        return types.entrySet().stream()
                .map(type -> Sql.literal(type.getKey()) + ": " + Sql.literal(type.getValue()))
                .collect(Collectors.joining(", ", ", types = {", "}"));
    }

    private String projection() {
        return sampled.entrySet().stream().map(this::projection).collect(Collectors.joining(", "));
    }

    private String projection(Entry<String, String> column) {
        String identifier = Sql.identifier(column.getKey());
        if (isDeclared(column.getKey())) {
            return identifier;
        }
        return switch (column.getValue()) {
            case WHOLE -> whole(identifier);
            case INSTANT -> instant(identifier);
            default -> identifier;
        };
    }

    private static String whole(String column) {
        return "CASE WHEN " + column + " IS NULL THEN NULL WHEN " + column + " = trunc(" + column + ") AND abs("
                + column + ") < " + EXACT_LIMIT + " THEN CAST(" + column
                + " AS BIGINT) ELSE error('not a whole number') END AS " + column;
    }

    /** Cast here and not by the reader of texts, which makes NULL of a later text that is no instant, without a word (DuckDB 1.5). */
    private static String instant(String column) {
        return "CAST(" + column + " AS TIMESTAMPTZ) AS " + column;
    }

    /** Columns whose type is to be found out. */
    List<String> undeclared() {
        return sampled.keySet().stream().filter(column -> !isDeclared(column)).toList();
    }

    /** Columns whose type is unknown if they are empty in the first rows. */
    List<String> texts() {
        return undeclared().stream()
                .filter(column -> TEXT.equals(sampled.get(column)))
                .toList();
    }

    private boolean isDeclared(String column) {
        return schema.of(column).flatMap(Schema.Declared::type).isPresent();
    }
}
