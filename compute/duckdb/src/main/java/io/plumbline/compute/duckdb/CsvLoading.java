package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.Schema;
import io.plumbline.measures.table.TableException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stages delimited text in a table. The delimiter and the quote are found from the first lines, the types from the whole file; a
 * column whose type is declared stays text, so that what is not of that type can be counted. A value without a character is missing,
 * quoted or not.
 */
final class CsvLoading {
    /** Lines looked at to find the dialect. */
    private static final int SAMPLE_LINES = 200;

    /** The longest line that is read, in bytes. */
    static final int LONGEST_LINE = 32 << 20;

    /** What may be in a line of values, and is not in the usual header. */
    private static final Pattern DATA =
            Pattern.compile("\\d|(^|[,;|\t])['\"]*([,;|\t]|$)|\\b(true|false)\\b", Pattern.CASE_INSENSITIVE);

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
        List<String> sample = sample(files);
        CsvDialect dialect = CsvDialect.of(sample);
        try {
            String source = source(files, dialect) + header(sample.getFirst());
            database.execute("CREATE TABLE " + relation + " AS FROM " + withTypes(source));
        } catch (SQLException e) {
            explain(files, dialect, sample, e);
            throw e;
        }
    }

    private List<String> sample(DataFiles files) throws SQLException {
        // One column that no character delimits: whole lines.
        List<String> lines = database.texts("SELECT coalesce(line, '') FROM read_csv("
                + Sql.path(files.paths().getFirst())
                + ", auto_detect = false, columns = {'line': 'VARCHAR'}, header = false, delim = '\\x01', quote = '', escape = ''"
                + layout(files) + ") LIMIT " + SAMPLE_LINES);
        if (lines.stream().allMatch(String::isBlank)) {
            throw new TableException(files.location() + ": has no header and no rows. Name a file with both.");
        }
        if (lines.stream().anyMatch(CsvLoading::hasControlCharacters)) {
            throw new TableException(
                    files.location() + ": is binary data, not text. Name a CSV, JSON or Parquet file.");
        }
        return lines;
    }

    private static boolean hasControlCharacters(String line) {
        return line.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c));
    }

    private static String layout(DataFiles files) {
        return ", skip = 0, comment = '', compression = "
                + Sql.literal(files.compression().option()) + ", encoding = "
                + Sql.literal(files.encoding().option()) + ", max_line_size = " + LONGEST_LINE;
    }

    private static String quoting(CsvDialect dialect) {
        return ", delim = " + Sql.literal(String.valueOf(dialect.delimiter()))
                + ", quote = " + Sql.literal(String.valueOf(dialect.quote()))
                + ", escape = " + Sql.literal(String.valueOf(dialect.escape()));
    }

    /** The call of the reader, without its closing parenthesis. */
    private static String source(DataFiles files, CsvDialect dialect) {
        String union = files.isOne() ? "" : ", union_by_name = true";
        return "read_csv(" + Sql.paths(files.paths()) + ", sample_size = -1" + union + quoting(dialect) + layout(files);
    }

    /**
     * A first line without a digit, an empty value or a truth value is a header; DuckDB decides on others by comparing them with the
     * next lines. Left to it, a column of truth values that is called "f" would have no name.
     */
    private static String header(String firstLine) {
        return DATA.matcher(firstLine).find() ? "" : ", header = true";
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

    /** The sniffer does not say which line is wrong; reading strictly, as many texts as the first line has, does. */
    private void explain(DataFiles files, CsvDialect dialect, List<String> sample, SQLException failure)
            throws SQLException {
        if (!ReadFailure.isSniffing(failure)) {
            return;
        }
        int width = dialect.valuesByLine(String.join("\n", sample)).getFirst();
        String columns = IntStream.range(0, width)
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        for (String path : files.paths()) {
            database.number("SELECT count(*) FROM read_csv(" + Sql.path(path)
                    + ", auto_detect = false, header = true, columns = " + columns + quoting(dialect) + layout(files)
                    + ")");
        }
    }
}
