package io.plumbline.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which records are scanned.
 *
 * @param from the earliest event time, included
 * @param until the event time before which
 * @param columns which columns, in this order; empty for none but the ids and times
 */
public record RecordWindow(Optional<Instant> from, Optional<Instant> until, List<String> columns) {
    /** Keeps an unmodifiable copy. */
    public RecordWindow {
        columns = List.copyOf(columns);
    }

    /** All records, with these columns. */
    public static RecordWindow all(List<String> columns) {
        return new RecordWindow(Optional.empty(), Optional.empty(), columns);
    }
}
