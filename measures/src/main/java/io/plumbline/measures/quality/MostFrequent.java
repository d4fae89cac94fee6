package io.plumbline.measures.quality;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.column.SortedNumbers;

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
        return column.unsorted()
                .map(unsorted -> unsorted.mostFrequentShare().orElse(Double.NaN))
                .orElseGet(() -> ofNumbers(column, values));
    }

    private static double ofNumbers(ColumnData column, long values) {
        return column.hasValues()
                ? (double) SortedNumbers.longestRun(column.sortedValues()) / values
                : ofCounted(column, values);
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
}
