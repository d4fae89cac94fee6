package io.plumbline.measures.column;

import java.util.Map;

/**
 * How often each category occurs.
 *
 * @param counts rows by category, in ascending order of the category's text; unmodifiable
 * @param other rows whose category was not kept, because there were too many or because it was not among those asked for
 * @param keys whether the categories are texts or numbers printed as text
 */
public record CategoryCounts(Map<String, Long> counts, long other, Keys keys) {

    /** What a category's key stands for. */
    public enum Keys {
        /** The key is the value. */
        TEXT,
        /** The key is a number as {@link Double#toString(double)} prints it. */
        NUMBER
    }

    /** Rows in all categories, the others included. */
    public long total() {
        long total = other;
        for (long count : counts.values()) {
            total += count;
        }
        return total;
    }

    /** Rows in the category, 0 where it does not occur. */
    public long count(String category) {
        return counts.getOrDefault(category, 0L);
    }

    /** Whether every category was kept. */
    public boolean isComplete() {
        return other == 0;
    }
}
