package io.plumbline.compute.duckdb;

import io.plumbline.measures.table.TableException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the first lines of a delimited text tell of it.
 *
 * @param skipped blank lines before the first one that is not
 * @param firstLine that one
 * @param dialect how it is written
 * @param width how many values the first line has
 * @param hasHeader whether that line is a header, where the user said so
 */
record CsvSample(int skipped, String firstLine, CsvDialect dialect, int width, Optional<Boolean> hasHeader) {
    /** What may be in a line of values, and is not in the usual header. */
    private static final Pattern DATA =
            Pattern.compile("\\d|(^|[,;|\\t])['\"]*([,;|\\t]|$)|\\b(true|false)\\b", Pattern.CASE_INSENSITIVE);

    private static final int LEAST_LINES_OF_A_TABLE = 3;

    static CsvSample of(List<String> lines, String location, CsvLayout given) {
        if (lines.stream().anyMatch(CsvSample::hasControlCharacters)) {
            throw new TableException(location + ": is binary data, not text. Name a CSV, JSON or Parquet file.");
        }
        int skipped = (int) lines.stream().takeWhile(String::isBlank).count();
        if (skipped == lines.size()) {
            throw new TableException(location + ": has no header and no rows. Name a file with both.");
        }
        List<String> used = lines.subList(skipped, lines.size());
        CsvDialect dialect = CsvDialect.of(used, given.delimiter());
        int width = dialect.valuesByLine(String.join("\n", used)).getFirst();
        if (width == 1 && given.delimiter().isEmpty()) {
            requireNoRemark(used, skipped, location);
        }
        return new CsvSample(skipped, used.getFirst(), dialect, width, given.hasHeader());
    }

    /** Lines that all have as many values, below one that has a single value, are a table under a remark and not sentences. */
    private static void requireNoRemark(List<String> lines, int skipped, String location) {
        if (lines.size() < LEAST_LINES_OF_A_TABLE) {
            return;
        }
        List<String> below = lines.subList(1, lines.size());
        List<Integer> counts = CsvDialect.of(below, Optional.empty()).valuesByLine(String.join("\n", below));
        int width = counts.getFirst();
        if (width > 1 && counts.stream().allMatch(count -> count == width)) {
            throw new TableException(location + ": line " + (skipped + 1) + ": 1 value where the next lines have "
                    + width + ". Remove what stands before the header, or quote values that contain the delimiter.");
        }
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
        return hasHeader
                .map(given -> ", header = " + given)
                .orElseGet(() -> DATA.matcher(firstLine).find() ? "" : ", header = true");
    }
}
