package io.plumbline.measures.quality;

import java.util.List;

/**
 * What a column has now that the reference did not have, and the other way round.
 *
 * @param newCategories up to {@link #LISTED} categories that the reference does not have, the most frequent first
 * @param newCategoryRows rows of the current data in categories that the reference does not have
 * @param vanishedCategories up to {@link #LISTED} categories that the current data does not have, the most frequent first
 * @param belowRange values of the current data below the reference's smallest
 * @param aboveRange values of the current data above the reference's largest
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
}
