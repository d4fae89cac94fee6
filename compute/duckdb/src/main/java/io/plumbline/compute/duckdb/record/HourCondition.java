package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.record.UtcHours;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The UTC hours of records, in SQL. */
final class HourCondition {
    private static final long MICROS = 3_600_000_000L;

    private HourCondition() {}

    /** The hour of a record, counted from 1970-01-01T00:00Z, also before that. */
    static String hour() {
        return "epoch_us(date_trunc('hour', t)) // " + MICROS;
    }

    /** Whether a record is of one of these hours; groups of rows before the first and after the last are not read. */
    static String of(SortedSet<Long> hours) {
        if (hours.isEmpty()) {
            return "false";
        }
        long first = hours.first();
        long last = hours.last();
        String span = "t >= " + begin(first) + " AND t < " + begin(last + 1);
        return isOneSpan(hours)
                ? span
                : span + " AND " + hour() + " IN ("
                        + hours.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    /** Whether no hour is missing between the first and the last; not where there are none. */
    static boolean isOneSpan(SortedSet<Long> hours) {
        return !hours.isEmpty() && hours.size() == hours.last() - hours.first() + 1;
    }

    private static String begin(long hour) {
        return "make_timestamp(" + Instants.micros(UtcHours.start(hour)) + ")";
    }
}
