package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import java.util.Optional;

/**
 * How to read CSV.
 *
 * @param header whether the first line names the columns; empty to find out
 * @param skip how many rows after the header to pass over
 * @param limit how many rows to read at most
 * @param delimiter between fields
 * @param onError what to do with a bad row
 * @param longestLine how many bytes a row may have as UTF-8
 */
public record CsvOptions(
        Optional<Header> header, long skip, long limit, char delimiter, OnError onError, int longestLine) {
    /** What holds where nothing is said. */
    public static final CsvOptions DEFAULT =
            new CsvOptions(Optional.empty(), 0, Long.MAX_VALUE, ',', OnError.STOP, 10_000_000);

    /** Checks the delimiter, and that counts are not negative. */
    public CsvOptions {
        if (delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw PlumblineException.invalid("delimiter", "a quote or the end of a line is no delimiter");
        }
        if (skip < 0 || limit < 0 || longestLine < 0) {
            throw PlumblineException.invalid("skip, limit and csv_max_line_length are counts, which are not negative");
        }
    }

    /** Whether the first line names the columns. */
    public enum Header {
        PRESENT,
        ABSENT
    }

    /** What to do with a bad row. */
    public enum OnError {
        /** Refuse everything. */
        STOP,
        /** Pass over the row. */
        CONTINUE
    }

    /**
     * The options as a request says them; where it says 0 for a count, as samples of the reference do, it says nothing.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public static CsvOptions of(
            Optional<Boolean> header,
            Optional<Long> skip,
            Optional<Long> limit,
            Optional<String> delimiter,
            Optional<String> onError,
            Optional<Long> longestLine) {
        return new CsvOptions(
                header.map(present -> present ? Header.PRESENT : Header.ABSENT),
                skip.orElse(DEFAULT.skip),
                limit.filter(count -> count != 0).orElse(DEFAULT.limit),
                delimiter.map(CsvOptions::delimiter).orElse(DEFAULT.delimiter),
                onError.map(CsvOptions::onError).orElse(DEFAULT.onError),
                longestLine.filter(bytes -> bytes != 0).map(CsvOptions::length).orElse(DEFAULT.longestLine));
    }

    private static char delimiter(String text) {
        String plain = text.equals("\\t") ? "\t" : text;
        if (plain.length() != 1) {
            throw PlumblineException.invalid("delimiter", "delimiter is one character, not " + text);
        }
        return plain.charAt(0);
    }

    private static OnError onError(String text) {
        return switch (text) {
            case "stop" -> OnError.STOP;
            case "continue" -> OnError.CONTINUE;
            default -> throw PlumblineException.invalid("on_error", "on_error is stop or continue, not " + text);
        };
    }

    private static int length(long bytes) {
        return (int) Math.min(bytes, DEFAULT.longestLine);
    }
}
