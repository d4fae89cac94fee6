package io.plumbline.compute.duckdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a delimited text is written. It is found out here and not by DuckDB's sniffer, because that one takes a file with one line
 * too short for a file of one column, without a word.
 *
 * @param delimiter between the values of a line
 * @param quote around a value that contains a delimiter or a line break
 * @param escape before a quote inside of quotes
 */
record CsvDialect(char delimiter, char quote, char escape) {
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');
    private static final char[] QUOTES = {'"', '\''};

    /**
     * The dialect that fits the first lines of a file best: one that splits the first line, and then the one by which most lines have
     * as many values as the first.
     *
     * @param delimiter where it is known
     */
    static CsvDialect of(List<String> lines, Optional<Character> delimiter) {
        String text = String.join("\n", lines);
        List<Character> delimiters = delimiter.map(List::of).orElse(DELIMITERS);
        return candidates(text, delimiters).stream()
                .max(Comparator.comparingDouble((CsvDialect dialect) -> dialect.fit(text)))
                .orElseThrow();
    }

    private static List<CsvDialect> candidates(String text, List<Character> delimiters) {
        List<CsvDialect> candidates = new ArrayList<>();
        // The first of equals wins, so that the usual characters come first.
        for (char quote : QUOTES) {
            for (char delimiter : delimiters) {
                candidates.add(new CsvDialect(delimiter, quote, escape(text, quote)));
            }
        }
        return candidates;
    }

    private static char escape(String text, char quote) {
        return text.contains("\\" + quote) ? '\\' : quote;
    }

    private double fit(String text) {
        List<Integer> counts = valuesByLine(text);
        int columns = counts.getFirst();
        double alike = counts.stream().filter(count -> count == columns).count() / (double) counts.size();
        return (columns > 1 ? 1 : 0) + alike;
    }

    /** How many values each line of {@code text} has. Lines without a character are left out, but there is always one count. */
    List<Integer> valuesByLine(String text) {
        return new Splitter(text).counts();
    }

    /** Walks once through a text. */
    private final class Splitter {
        private final String text;
        private final List<Integer> counts = new ArrayList<>();
        private int position;

        Splitter(String text) {
            this.text = text;
        }

        List<Integer> counts() {
            while (position < text.length()) {
                countLine();
            }
            return counts.isEmpty() ? List.of(1) : counts;
        }

        private void countLine() {
            int begin = position;
            int values = 1;
            skipValue();
            while (position < text.length() && text.charAt(position) == delimiter) {
                position++;
                values++;
                skipValue();
            }
            if (position > begin) {
                counts.add(values);
            }
            position++;
        }

        private void skipValue() {
            if (position < text.length() && text.charAt(position) == quote) {
                skipQuoted();
            }
            while (position < text.length() && text.charAt(position) != delimiter && text.charAt(position) != '\n') {
                position++;
            }
        }

        private void skipQuoted() {
            position++;
            while (position < text.length() && !isClosingQuote()) {
                position += isEscape() ? 2 : 1;
            }
            position++;
        }

        private boolean isClosingQuote() {
            return text.charAt(position) == quote && !isEscape();
        }

        private boolean isEscape() {
            return text.charAt(position) == escape
                    && position + 1 < text.length()
                    && text.charAt(position + 1) == quote;
        }
    }
}
