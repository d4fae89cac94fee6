package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.Schema;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stages delimited text in a table, all of it or its first rows. The delimiter and the quote are found from the first lines, the types
 * from the whole file; a column whose type is declared stays text, so that what is not of that type can be counted. A value without a
 * character is missing, quoted or not.
 */
final class CsvLoading {
    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 16 << 20;

    /** What each thread reads at once, in bytes; left to DuckDB it would be 16 times the longest line. */
    private static final int BUFFER = 2 * LONGEST_LINE;

    /** Types to look for. Not BOOLEAN, which would take a column of "yes" and "no" and lose these
     * words; not TIMESTAMP, which would drop an offset from UTC; not DATE, which would guess whether the day or the month of 1/2/2024
     * comes first, and may do so differently for the next file. */
    private static final String TYPES = "['BIGINT', 'DOUBLE', 'TIMESTAMPTZ', 'VARCHAR']";

    /** Lines looked at to find the dialect. */
    private static final int SAMPLE_LINES = 200;

    /** Rows that are staged where all are read as a stream: few, because every thread reads as many. */
    private static final int FIRST_ROWS = 2_048;

    private final Database database;
    private final Schema schema;
    private final CsvLayout given;
    private final String relation;

    CsvLoading(Database database, Schema schema, CsvLayout given, String relation) {
        this.database = database;
        this.schema = schema;
        this.given = given;
        this.relation = relation;
    }

    /** Text that turns out not to be UTF-8 is read as Latin-1. */
    void load(DataFiles files) throws SQLException {
        try {
            loadEncoded(files);
        } catch (SQLException e) {
            if (files.encoding() != Encoding.UTF_8 || !ReadFailure.isEncoding(e)) {
                throw e;
            }
            loadEncoded(files.in(Encoding.LATIN_1));
        }
    }

    /**
     * Stages the first rows, and returns what to select all rows from, which parses them: by the types that the first ones tell, and it
     * fails where a later one is unlike them. Empty where the first rows leave the type of a column open.
     */
    Optional<String> loadFirst(DataFiles files) throws SQLException {
        String source = source(files, sample(files));
        CsvTypes types = CsvTypes.sampled(database, source, schema);
        String rows = types.select(source);
        database.execute("CREATE TABLE " + relation + " AS " + rows + " LIMIT " + FIRST_ROWS);
        return areTold(types) ? Optional.of("(" + rows + ")") : Optional.empty();
    }

    private boolean areTold(CsvTypes types) throws SQLException {
        Stream<String> values =
                types.undeclared().stream().map(column -> " AND count(" + Sql.identifier(column) + ") > 0");
        Stream<String> texts =
                types.texts().stream().map(column -> " AND count(*) FILTER (" + isText(column) + ") > 0");
        String told = Stream.concat(values, texts).collect(Collectors.joining("", "true", ""));
        return database.number("SELECT CAST(" + told + " AS BIGINT) FROM " + relation) == 1;
    }

    private void loadEncoded(DataFiles files) throws SQLException {
        CsvSample sample = sample(files);
        try {
            load(source(files, sample));
        } catch (SQLException e) {
            if (ReadFailure.isSniffing(e)) {
                readStrictly(files, sample);
            }
            throw e;
        }
    }

    /**
     * Parses once, by the types of the first rows. Where these do not hold for all rows, the types are sniffed from all, which takes
     * longer, as it goes on one thread only, and cannot be interrupted.
     */
    private void load(String source) throws SQLException {
        CsvTypes types = CsvTypes.sampled(database, source, schema);
        if (!loadBySample(source, types)) {
            database.execute("CREATE OR REPLACE TABLE " + relation + " AS FROM " + source + types.declaredOption()
                    + ", sample_size = -1)");
        }
    }

    private boolean loadBySample(String source, CsvTypes types) throws SQLException {
        try {
            database.execute("CREATE TABLE " + relation + " AS " + types.select(source));
            return !hasLateColumn(types);
        } catch (SQLException e) {
            if (ReadFailure.isEncoding(e)) {
                throw e;
            }
            // If it was not for the types, reading in the other way fails in the same way, and says so.
            return false;
        }
    }

    /** Whether a column was taken for text that is none in its first rows: because it has values only later. */
    private boolean hasLateColumn(CsvTypes types) throws SQLException {
        for (String column : types.texts()) {
            if (!beginsAsText(column) && hasValues(column)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasValues(String column) throws SQLException {
        return database.number("SELECT count(" + Sql.identifier(column) + ") FROM " + relation) > 0;
    }

    private boolean beginsAsText(String column) throws SQLException {
        return database.number("SELECT count(*) FROM (SELECT " + Sql.identifier(column) + " FROM " + relation
                        + " LIMIT " + CsvTypes.SAMPLED_ROWS + ") WHERE " + isText(column))
                > 0;
    }

    /** The condition that a value can be nothing but text. */
    private static String isText(String column) {
        return "%1$s IS NOT NULL AND TRY_CAST(%1$s AS DOUBLE) IS NULL AND TRY_CAST(%1$s AS TIMESTAMPTZ) IS NULL"
                .formatted(Sql.identifier(column));
    }

    /** The first lines, read as one column that no character of a text delimits. */
    private CsvSample sample(DataFiles files) throws SQLException {
        String lines = "SELECT coalesce(line, '') FROM read_csv("
                + Sql.path(files.paths().getFirst())
                + ", auto_detect = false, columns = {'line': 'VARCHAR'}, header = false, skip = 0, delim = '\\x01', quote = '', escape = ''"
                + layout(files) + ") LIMIT " + SAMPLE_LINES;
        return CsvSample.of(database.texts(lines), files.location(), given);
    }

    private static String layout(DataFiles files) {
        return ", comment = '', compression = "
                + Sql.literal(files.compression().option()) + ", encoding = "
                + Sql.literal(files.encoding().option()) + ", max_line_size = " + LONGEST_LINE + ", buffer_size = "
                + BUFFER;
    }

    /** The call of the reader, without its closing parenthesis. */
    private static String source(DataFiles files, CsvSample sample) {
        String union = files.isOne() ? "" : ", union_by_name = true";
        return "read_csv(" + Sql.paths(files.paths()) + ", auto_type_candidates = " + TYPES
                + ", hive_partitioning = false" + union + sample.options() + sample.header() + layout(files);
    }

    /** The sniffer does not say which line is wrong; reading texts, as many as the first line has, fails with the line. */
    private void readStrictly(DataFiles files, CsvSample sample) throws SQLException {
        String columns = IntStream.range(0, sample.width())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        for (String path : files.paths()) {
            database.number("SELECT count(*) FROM read_csv(" + Sql.path(path)
                    + ", auto_detect = false, header = true, columns = " + columns + sample.options() + layout(files)
                    + ")");
        }
    }
}
