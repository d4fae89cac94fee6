package io.plumbline.domain.performance;

import java.util.List;

/**
 * The profiles of the records of an hour.
 *
 * @param hour counted from 1970-01-01T00:00Z
 * @param profiles as bytes, in the order that their series has
 */
public record PerformanceCell(long hour, List<byte[]> profiles) {
    /** Keeps an unmodifiable copy. */
    public PerformanceCell {
        profiles = List.copyOf(profiles);
    }
}
