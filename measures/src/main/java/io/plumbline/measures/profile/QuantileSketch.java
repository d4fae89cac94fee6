package io.plumbline.measures.profile;

/** Knows approximately which share of the values lies below any number. */
public interface QuantileSketch extends Sketch<QuantileSketch> {

    /** Takes the first {@code size} values, which must be finite. */
    void update(double[] values, int size);

    /** How many values it has seen. */
    long count();

    /** The value at a rank between 0 and 1; NaN where it has seen none. */
    double quantile(double rank);

    /** The share of values below {@code value}, between 0 and 1; NaN where it has seen none. */
    double shareBelow(double value);

    /** The share of values up to and with {@code value}, between 0 and 1; NaN where it has seen none. */
    double shareUpTo(double value);

    /** How far a rank or a share may be off, with 99 % confidence; 0 while it still has every value. */
    double rankError();
}
