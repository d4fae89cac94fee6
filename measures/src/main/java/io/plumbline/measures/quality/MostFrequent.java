package io.plumbline.measures.quality;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;

/** The share of the most frequent value. */
final class MostFrequent {
    private MostFrequent() {}

    /** Between 0 and 1; NaN for no values, and where it is not known. */
    static double share(ColumnData column) {
        long values = column.tally().values();
        if (values == 0) {
            return Double.NaN;
        }
        if (!column.type().isNumeric()) {
            return ofCategories(column.categories(), values);
        }
        if (column.moments().min() == column.moments().max()) {
            return 1;
        }
        return column.hasValues() ? (double) longestRun(column.sortedValues()) / values : ofCounted(column, values);
    }

    private static double ofCounted(ColumnData column, long values) {
        try {
            return ofCategories(column.categories(), values);
        } catch (NotKnownException unknown) {
            return Double.NaN;
        }
    }

    private static double ofCategories(CategoryCounts categories, long values) {
        long most = categories.counts().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        // A category that was not kept could be more frequent only if all rows not kept were more.
        return most >= categories.other() ? (double) most / values : Double.NaN;
    }

    /** A value equal to that so many places before ends a run that is one longer. */
    private static long longestRun(double[] sorted) {
        int longest = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - longest]) {
                longest++;
            }
        }
        return longest;
    }
}
