package io.plumbline.measures.profile;

import java.util.List;

/** Knows the most frequent texts and approximately how often they occur. */
public interface FrequentItemsSketch extends Sketch<FrequentItemsSketch> {

    /** Takes the first {@code size} texts; {@code values[i]} stands in {@code counts[i]} rows. */
    void update(String[] values, long[] counts, int size);

    /** All texts that may occur more often than {@link #maximumError()}, by descending estimate, ties by text. */
    List<FrequentItem> frequentItems();

    /** How far any estimate may be off, in rows: texts that are not listed occur at most so often. */
    long maximumError();

    /**
     * A frequent text.
     *
     * @param text the text
     * @param estimate in how many rows it stands, about
     * @param lower it stands in no fewer rows
     * @param upper it stands in no more rows
     */
    record FrequentItem(String text, long estimate, long lower, long upper) {}
}
