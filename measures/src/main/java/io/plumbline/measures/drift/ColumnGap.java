package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.SharedBuckets;

/**
 * How far the cumulated distributions of two columns are apart of which every value is known. Columns that are sorted are walked through;
 * of others only those buckets are sorted that the answer depends on.
 */
public final class ColumnGap {
    private ColumnGap() {}

    /**
     * Counts two columns over the same buckets, and puts those in order that will be asked for. For one who will measure both in several
     * ways: what comes first would otherwise count each side over buckets of its own, and each question take a pass of its own.
     */
    public static void prepare(ColumnData reference, ColumnData current) {
        SharedBuckets.of(reference, current).ifPresent(BucketGap::of);
    }

    /** The largest gap, max |F-G|: the two-sample Kolmogorov-Smirnov statistic. */
    static double largest(ColumnData reference, ColumnData current) {
        return SharedBuckets.of(reference, current)
                .map(shared -> BucketGap.of(shared).largest())
                .orElseGet(() -> CumulativeGap.largest(Samples.of(reference, current)));
    }

    /** The area between them, ∫|F-G|dx: the first Wasserstein distance. */
    static double area(ColumnData reference, ColumnData current) {
        return SharedBuckets.of(reference, current)
                .map(shared -> BucketGap.of(shared).area())
                .filter(Double::isFinite)
                .orElseGet(() -> CumulativeGap.area(Samples.of(reference, current)));
    }
}
