package io.plumbline.domain.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records by groups, ordered by the groups.
 *
 * @param rows one a group: the groups' values (Double, Long, Instant, Boolean, String, {@link Bin}, or null), then the aggregates (Long for
 *     counts, else Double, Instant, String or null)
 * @param processed how many records were read
 * @param limited whether there were more than the limit
 */
public record GroupTable(List<List<@Nullable Object>> rows, long processed, Limited limited) {
    /**
     * A bin of a numeric column.
     *
     * @param lower edge, included
     * @param upper edge, included in the last bin only
     */
    public record Bin(double lower, double upper) {}

    /** Whether all records were read. */
    public enum Limited {
        ALL,
        LIMITED
    }
}
