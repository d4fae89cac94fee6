package io.plumbline.measures.exact;

/** Adds up values and their squares without rounding. Not safe for use by several threads. */
public final class PowerSumAccumulator {
    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private long count;

    /** Adds the first {@code size} values, which must be finite. */
    public void addAll(double[] values, int size) {
        sum.addAll(values, size);
        squares.addSquares(values, size);
        count += size;
    }

    /** Adds the first {@code size} whole numbers. */
    public void addAll(long[] values, int size) {
        sum.addAll(values, size);
        squares.addSquares(values, size);
        count += size;
    }

    /** What was added so far. */
    public PowerSums sums() {
        return new PowerSums(count, sum.toDyadic(), squares.toDyadic());
    }
}
