package io.plumbline.measures.column;

/**
 * Parts finite values from the others. A block without others, by far the most frequent, is passed on as it is. Not safe for use by
 * several threads.
 */
public final class FiniteValues {
    private static final long EXPONENT = 0x7FF0_0000_0000_0000L;
    private static final long ONE_EXPONENT = 0x0010_0000_0000_0000L;

    private double[] finite = new double[0];
    private int size;
    private long notANumber;
    private long positiveInfinities;
    private long negativeInfinities;

    /**
     * Takes the first {@code length} values: counts those that are not finite and makes the others available.
     *
     * @return the finite values in their order, of which the first {@link #size()} count: {@code values} itself where all are finite
     */
    public double[] of(double[] values, int length) {
        if (allFinite(values, length)) {
            size = length;
            return values;
        }
        part(values, length);
        return finite;
    }

    /** How many values the last block has that are finite. */
    public int size() {
        return size;
    }

    private static boolean allFinite(double[] values, int length) {
        long overflow = 0;
        for (int i = 0; i < length; i++) {
            // an exponent of all ones, and no other, carries into the sign
            overflow |= (Double.doubleToRawLongBits(values[i]) & EXPONENT) + ONE_EXPONENT;
        }
        return overflow >= 0;
    }

    private void part(double[] values, int length) {
        if (finite.length < length) {
            finite = new double[length];
        }
        size = 0;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                finite[size++] = value;
            } else {
                countOther(value);
            }
        }
    }

    private void countOther(double value) {
        if (Double.isNaN(value)) {
            notANumber++;
        } else if (value > 0) {
            positiveInfinities++;
        } else {
            negativeInfinities++;
        }
    }

    /**
     * All rows, with what was found not to be finite so far.
     *
     * @param values how many finite values there are
     * @param missing rows without a value
     * @param violations rows whose value is not a number
     */
    public Tally tally(long values, long missing, long violations) {
        return new Tally(values, missing, notANumber, positiveInfinities, negativeInfinities, violations);
    }
}
