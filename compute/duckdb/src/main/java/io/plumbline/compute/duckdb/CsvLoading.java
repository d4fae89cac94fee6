package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.Schema;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stages delimited text in a table. The delimiter and the quote are found from the first lines, the types from the whole file; a
 * column whose type is declared stays text, so that what is not of that type can be counted. A value without a character is missing,
 * quoted or not.
 */
final class CsvLoading {
    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 32 << 20;

    /** Lines looked at to find the dialect. */
    private static final int SAMPLE_LINES = 200;

    private final Database database;
    private final Schema schema;
    private final String relation;

    CsvLoading(Database database, Schema schema, String relation) {
        this.database = database;
        this.schema = schema;
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

    private void loadEncoded(DataFiles files) throws SQLException {
        CsvSample sample = sample(files);
        try {
            database.execute("CREATE TABLE " + relation + " AS FROM " + withTypes(source(files, sample)));
        } catch (SQLException e) {
            if (ReadFailure.isSniffing(e)) {
                readStrictly(files, sample);
            }
            throw e;
        }
    }

    /** The first lines, read as one column that no character of a text delimits. */
    private CsvSample sample(DataFiles files) throws SQLException {
        String lines = "SELECT coalesce(line, '') FROM read_csv("
                + Sql.path(files.paths().getFirst())
                + ", auto_detect = false, columns = {'line': 'VARCHAR'}, header = false, skip = 0, delim = '\\x01', quote = '', escape = ''"
                + layout(files) + ") LIMIT " + SAMPLE_LINES;
        return CsvSample.of(database.texts(lines), files.location());
    }

    private static String layout(DataFiles files) {
        return ", comment = '', compression = "
                + Sql.literal(files.compression().option()) + ", encoding = "
                + Sql.literal(files.encoding().option()) + ", max_line_size = " + LONGEST_LINE;
    }

    /** The call of the reader, without its closing parenthesis. */
    private static String source(DataFiles files, CsvSample sample) {
        String union = files.isOne() ? "" : ", union_by_name = true";
        return "read_csv(" + Sql.paths(files.paths()) + ", sample_size = -1, hive_partitioning = false" + union
                + sample.options() + sample.header() + layout(files);
    }

    private String withTypes(String source) throws SQLException {
        if (schema.columns().values().stream()
                .allMatch(declared -> declared.type().isEmpty())) {
            return source + ")";
        }
        String types = database.texts("SELECT column_name FROM (DESCRIBE FROM " + source + "))").stream()
                .filter(column ->
                        schema.of(column).flatMap(Schema.Declared::type).isPresent())
                .map(column -> Sql.literal(column) + ": 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return types.equals("{}") ? source + ")" : source + ", types = " + types + ")";
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
