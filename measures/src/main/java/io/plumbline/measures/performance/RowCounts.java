package io.plumbline.measures.performance;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts rows under names. Not safe for use by several threads. */
public final class RowCounts {
    private final SortedMap<String, Long> counts = new TreeMap<>();

    /** Counts a row. */
    public void add(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    /** Counts so many rows. */
    public void add(String name, long rows) {
        counts.merge(name, rows, Long::sum);
    }

    /** Whether a row may be weighed so; counts it where not. */
    public boolean isUsable(double weight) {
        boolean usable = weight >= 0 && weight < Double.POSITIVE_INFINITY;
        if (!usable) {
            add(PerformanceProfile.INVALID_WEIGHT);
        }
        return usable;
    }

    /** The counts so far. */
    public SortedMap<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
