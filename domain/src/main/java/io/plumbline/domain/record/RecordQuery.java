package io.plumbline.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question for records.
 *
 * @param from the earliest event time, included
 * @param until the event time before which
 * @param filter which records
 * @param columns which columns, in this order; empty for all
 * @param order in which order
 * @param offset how many to pass over
 * @param limit how many at most
 * @param counted whether to count all that fit
 */
public record RecordQuery(
        Optional<Instant> from,
        Optional<Instant> until,
        Filter filter,
        Optional<List<String>> columns,
        Order order,
        long offset,
        int limit,
        Counting counted) {
    /** In which order records come. */
    public sealed interface Order {
        /** By event time and id. */
        Order BY_TIME = new By(List.of());

        /** By these fields, then by event time and id. */
        record By(List<Key> keys) implements Order {
            /** Keeps an unmodifiable copy. */
            public By {
                keys = List.copyOf(keys);
            }
        }

        /** A random sample, the same for the same seed and the same records. */
        record Random(double seed) implements Order {}
    }

    /**
     * A field to order by.
     *
     * @param field a column or a {@link SystemField}
     * @param direction missing values come last either way
     */
    public record Key(String field, Direction direction) {}

    /** Which way. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** Whether all that fit are counted. */
    public enum Counting {
        COUNTED,
        NOT_COUNTED
    }

    /** The first so many records by event time. */
    public static RecordQuery first(int limit) {
        return new RecordQuery(
                Optional.empty(),
                Optional.empty(),
                Filter.ALL,
                Optional.empty(),
                Order.BY_TIME,
                0,
                limit,
                Counting.NOT_COUNTED);
    }
}
