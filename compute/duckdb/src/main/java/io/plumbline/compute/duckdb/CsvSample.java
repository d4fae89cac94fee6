package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the first lines of a delimited text tell of it.
 *
 * @param skipped blank lines before the first one that is not
 * @param firstLine that one
 * @param dialect how it is written
 * @param width how many values the first line has
 */
record CsvSample(int skipped, String firstLine, CsvDialect dialect, int width) {
    /** What may be in a line of values, and is not in the usual header. */
    private static final Pattern DATA =
            Pattern.compile("\\d|(^|[,;|\\t])['\"]*([,;|\\t]|$)|\\b(true|false)\\b", Pattern.CASE_INSENSITIVE);

    static CsvSample of(List<String> lines, String location) {
        if (lines.stream().anyMatch(CsvSample::hasControlCharacters)) {
            throw new TableException(location + ": is binary data, not text. Name a CSV, JSON or Parquet file.");
        }
        int skipped = (int) lines.stream().takeWhile(String::isBlank).count();
        if (skipped == lines.size()) {
            throw new TableException(location + ": has no header and no rows. Name a file with both.");
        }
        List<String> used = lines.subList(skipped, lines.size());
        CsvDialect dialect = CsvDialect.of(used);
        return new CsvSample(
                skipped,
                used.getFirst(),
                dialect,
                dialect.valuesByLine(String.join("\n", used)).getFirst());
    }

    private static boolean hasControlCharacters(String line) {
        return line.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c));
    }

    /** The dialect as options of the reader. */
    String options() {
        return ", skip = " + skipped + ", delim = " + quoted(dialect.delimiter()) + ", quote = "
                + quoted(dialect.quote()) + ", escape = " + quoted(dialect.escape());
    }

    private static String quoted(char character) {
        return Sql.literal(String.valueOf(character));
    }

    /**
     * The header as an option of the reader. A first line without a digit, an empty value or a truth value is one; DuckDB decides on
     * others by comparing them with the next lines. Left to it, a column of truth values that is called "f" would have no name.
     */
    String header() {
        return DATA.matcher(firstLine).find() ? "" : ", header = true";
    }
}
