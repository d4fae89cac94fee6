package io.plumbline.measures.column;

import io.plumbline.measures.column.ColumnData.DistinctCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts categories in bounded memory, with a result that depends on the rows alone and not on their order: kept are the categories
 * with the smallest {@link TextHash}, ties by text. A category that has once been dropped can never come back, because there are
 * enough with smaller hashes; one that is kept in the end has been counted from its first row. So kept counts are exact, and all other
 * rows are counted together. Not safe for use by several threads.
 */
public final class CategoryCounter {
    /** The fewest categories a bound may allow: with fewer, the number of different ones could not be estimated. */
    public static final int LEAST_LIMIT = 2;

    private static final Comparator<Category> BY_HASH =
            Comparator.<Category>comparingLong(c -> c.hash ^ Long.MIN_VALUE).thenComparing(c -> c.text);

    private final int limit;
    private final Map<String, Category> kept = new HashMap<>();
    private long other;
    /** The last of the categories kept when some were dropped: what comes after it is dropped too. */
    private Category last = Category.AFTER_ALL;

    /**
     * Keeps up to {@code limit} categories.
     *
     * @throws IllegalArgumentException for a limit below {@value #LEAST_LIMIT}
     */
    public CategoryCounter(int limit) {
        if (limit < LEAST_LIMIT) {
            throw new IllegalArgumentException("at least " + LEAST_LIMIT + " categories are to be kept, not " + limit);
        }
        this.limit = limit;
    }

    /** Counts {@code rows} rows of a category; text that is not well-formed Unicode is counted as it is written in UTF-8. */
    public void add(String text, long rows) {
        Category known = kept.get(text);
        if (known != null) {
            known.rows += rows;
        } else if (rows > 0) {
            addUnknown(WellFormed.of(text), rows);
        }
    }

    private void addUnknown(String text, long rows) {
        Category candidate = new Category(text, TextHash.of(text), rows);
        if (last != Category.AFTER_ALL && BY_HASH.compare(candidate, last) > 0) {
            other += rows;
            return;
        }
        kept.merge(text, candidate, Category::plus);
        if (kept.size() / 2 >= limit) {
            dropBeyondLimit();
        }
    }

    private void dropBeyondLimit() {
        if (kept.size() <= limit) {
            return;
        }
        List<Category> ordered = new ArrayList<>(kept.values());
        ordered.sort(BY_HASH);
        last = ordered.get(limit - 1);
        for (Category dropped : ordered.subList(limit, ordered.size())) {
            kept.remove(dropped.text);
            other += dropped.rows;
        }
    }

    /**
     * Adds what another counter of the same limit has counted.
     *
     * @param counts the other counter's {@link #counts()}
     */
    public void addAll(CategoryCounts counts) {
        counts.counts().forEach(this::add);
        other += counts.other();
    }

    /** What was counted so far. */
    public CategoryCounts counts() {
        dropBeyondLimit();
        Map<String, Long> counts = new TreeMap<>();
        kept.forEach((text, category) -> counts.put(text, category.rows));
        return new CategoryCounts(Collections.unmodifiableMap(counts), other, CategoryCounts.Keys.TEXT);
    }

    /**
     * How many different categories there are: exact as long as none was dropped, otherwise estimated from the K-th smallest hash h
     * as (K-1)/h with hashes taken as numbers between 0 and 1 (K minimum values; Bar-Yossef et al. 2002). The standard error of the
     * estimate is 1/√(K-2) of the number.
     */
    public DistinctCount distinct() {
        dropBeyondLimit();
        if (other == 0) {
            return DistinctCount.exactly(kept.size());
        }
        Category largest = Collections.max(kept.values(), BY_HASH);
        return DistinctCount.about(Math.round((kept.size() - 1) / largest.hashShare()));
    }

    private static final class Category {
        static final Category AFTER_ALL = new Category("", -1L, 0);

        final String text;
        final long hash;
        long rows;

        Category(String text, long hash, long rows) {
            this.text = text;
            this.hash = hash;
            this.rows = rows;
        }

        Category plus(Category more) {
            rows += more.rows;
            return this;
        }

        /** The hash as a number above 0 and up to 1. */
        double hashShare() {
            return ((hash >>> 11) + 1) * 0x1p-53;
        }
    }
}
