package io.plumbline.measures.profile;

/**
 * Makes sketches and reads them from bytes. This is how a library of sketches comes in; the profile itself knows none.
 *
 * <p>The reading methods throw {@link ProfileFormatException} for bytes that are not such a sketch.
 */
public interface Sketches {
    /** For profiles without sketches: fails where one is wanted. */
    Sketches NONE = new NoSketches();

    /** An empty quantile sketch of size k. */
    QuantileSketch quantiles(int size);

    /** A quantile sketch from its bytes. */
    QuantileSketch readQuantiles(byte[] bytes);

    /** An empty distinct sketch of 2^size buckets. */
    DistinctSketch distinct(int size);

    /** A distinct sketch from its bytes. */
    DistinctSketch readDistinct(byte[] bytes);

    /** An empty sketch of frequent items with so many counters. */
    FrequentItemsSketch frequentItems(int size);

    /** A sketch of frequent items from its bytes. */
    FrequentItemsSketch readFrequentItems(byte[] bytes);
}
