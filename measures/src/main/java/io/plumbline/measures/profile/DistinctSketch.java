package io.plumbline.measures.profile;

/** Knows approximately how many different values there are. */
public interface DistinctSketch extends Sketch<DistinctSketch> {

    /** Takes the first {@code size} values, which must be finite; -0.0 and 0.0 are one value. */
    void update(double[] values, int size);

    /** Takes the first {@code size} whole numbers. */
    void update(long[] values, int size);

    /** Takes the first {@code size} texts. */
    void update(String[] values, int size);

    /** The estimate. */
    double estimate();

    /** How far the estimate may be off as a share of it, with 99 % confidence. */
    double relativeError();
}
