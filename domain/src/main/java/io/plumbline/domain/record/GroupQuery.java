package io.plumbline.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question for records by groups.
 *
 * @param from the earliest event time, included
 * @param until the event time before which
 * @param filter which records
 * @param groups the columns to group by; none for one group of all
 * @param aggregates what to tell of each group
 * @param bins into how many bins of equal width a numeric column of {@code groups} is cut; empty groups by its values
 * @param limit how many records are read at most, the newest ones
 */
public record GroupQuery(
        Optional<Instant> from,
        Optional<Instant> until,
        Filter filter,
        List<String> groups,
        List<Aggregate> aggregates,
        Optional<Integer> bins,
        long limit) {
    /** Keeps unmodifiable copies. */
    public GroupQuery {
        groups = List.copyOf(groups);
        aggregates = List.copyOf(aggregates);
    }

    /**
     * What to tell of a group.
     *
     * @param function of what
     * @param column of which column; empty for {@link Function#COUNT}
     */
    public record Aggregate(Function function, Optional<String> column) {}

    /** What can be told of a group. */
    public enum Function {
        COUNT,
        SUM,
        MIN,
        MAX,
        MEAN,
        /** The sample standard deviation, by n - 1; missing for one record. */
        STANDARD_DEVIATION
    }
}
