package io.plumbline.dialects.openscale.records;

import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param line on which it begins, from 1
 * @param fields unquoted; none where the row is too long
 * @param length whether the row is too long to be kept
 * @param end whether the last field was quoted
 */
record CsvRow(long line, List<String> fields, Length length, End end) {
    /** Whether a row may be kept. */
    enum Length {
        FITTING,
        TOO_LONG
    }

    /** How the last field of a row is written. */
    enum End {
        QUOTED,
        PLAIN
    }
}
