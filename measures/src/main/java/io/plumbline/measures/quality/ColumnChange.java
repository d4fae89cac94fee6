package io.plumbline.measures.quality;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a column has now that the reference did not have, and the other way round. Where a column had too many categories to keep
 * them all, none can be said to be missing from it: new ones are then not listed or counted, nor are vanished ones.
 *
 * @param newCategories up to {@link #LISTED} categories that the reference does not have, the most frequent first
 * @param newCategoryRows rows of the current data in categories that the reference does not have
 * @param vanishedCategories up to {@link #LISTED} categories that the current data does not have, the most frequent first
 * @param belowRange values of the current data below the reference's smallest; an estimate where only a sketch is known, and 1 for
 *     "at least one" where not even that is
 * @param aboveRange values of the current data above the reference's largest; likewise
 * @param missingShareIncrease the missing share now, less that of the reference
 */
public record ColumnChange(
        List<String> newCategories,
        long newCategoryRows,
        List<String> vanishedCategories,
        long belowRange,
        long aboveRange,
        double missingShareIncrease) {
    /** How many categories are listed by name. */
    public static final int LISTED = 20;

    /** Keeps unmodifiable copies. */
    public ColumnChange {
        newCategories = List.copyOf(newCategories);
        vanishedCategories = List.copyOf(vanishedCategories);
    }

    /** Holds a column against the reference. Of columns of different kinds only the missing share is compared. */
    public static ColumnChange between(ColumnData reference, ColumnData current) {
        double missing = current.tally().missingShare() - reference.tally().missingShare();
        if (reference.type().isNumeric() && current.type().isNumeric()) {
            OutOfRange outside = OutOfRange.of(reference.moments(), current);
            return new ColumnChange(List.of(), 0, List.of(), outside.below(), outside.above(), missing);
        }
        if (reference.type().isNumeric() || current.type().isNumeric()) {
            return new ColumnChange(List.of(), 0, List.of(), 0, 0, missing);
        }
        return ofCategories(reference.categories(), current.categories(), missing);
    }

    private static ColumnChange ofCategories(CategoryCounts reference, CategoryCounts current, double missing) {
        List<Map.Entry<String, Long>> added = onlyIn(current, reference);
        long rows = added.stream().mapToLong(Map.Entry::getValue).sum();
        return new ColumnChange(names(added), rows, names(onlyIn(reference, current)), 0, 0, missing);
    }

    private static List<Map.Entry<String, Long>> onlyIn(CategoryCounts counts, CategoryCounts others) {
        return counts.counts().entrySet().stream()
                .filter(entry -> others.isComplete() && others.count(entry.getKey()) == 0)
                .toList();
    }

    private static List<String> names(List<Map.Entry<String, Long>> categories) {
        Comparator<Map.Entry<String, Long>> byRows = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return categories.stream()
                .sorted(byRows.thenComparing(Map.Entry.comparingByKey()))
                .limit(LISTED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
