package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.wire.OnError;
import io.plumbline.dialects.openscale.wire.RecordsApi.AddRecordsQuery;
import io.plumbline.domain.PlumblineException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * The options as a request says them; where it says 0 for a count, as samples of the reference do, it says nothing.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    static CsvOptions of(AddRecordsQuery query) {
        return new CsvOptions(
                Optional.ofNullable(query.header()).map(present -> present ? Header.PRESENT : Header.ABSENT),
                count(query.skip()).orElse(DEFAULT.skip),
                count(query.limit()).orElse(DEFAULT.limit),
                Optional.ofNullable(query.delimiter())
                        .map(CsvOptions::delimiter)
                        .orElse(DEFAULT.delimiter),
                Optional.ofNullable(query.onError()).orElse(DEFAULT.onError),
                count(query.csvMaxLineLength()).map(CsvOptions::length).orElse(DEFAULT.longestLine));
    }

    private static Optional<Long> count(@Nullable Long count) {
        return Optional.ofNullable(count).filter(told -> told != 0);
    }

    private static char delimiter(String text) {
        if (text.length() != 1) {
            throw PlumblineException.invalid("delimiter", "delimiter is one character, not " + text.length());
        }
        return text.charAt(0);
    }

    private static int length(long bytes) {
        return (int) Math.min(bytes, DEFAULT.longestLine);
    }
}
