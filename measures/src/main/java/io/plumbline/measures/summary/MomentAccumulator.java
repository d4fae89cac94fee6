package io.plumbline.measures.summary;

import io.plumbline.measures.exact.Dyadic;
import io.plumbline.measures.exact.ExactSum;

/**
 * Sums a number over rows, without rounding but that of each row's products with its weight, so that the order of the rows makes no
 * difference. Not safe for use by several threads.
 */
public final class MomentAccumulator {
    private static final int BLOCK = 512;

    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private final ExactSum weights = new ExactSum();
    private final double[] block = new double[BLOCK];
    private int filled;
    private long unweighted;
    private long weighted;
    private long beyond;

    /** Adds a row of weight 1. */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            beyond++;
            return;
        }
        block[filled++] = value;
        if (filled == BLOCK) {
            flush();
        }
    }

    /**
     * Adds a row.
     *
     * @param weight finite and not negative
     */
    public void add(double value, double weight) {
        double product = weight * value;
        double square = product * value;
        if (!Double.isFinite(product) || !Double.isFinite(square)) {
            beyond++;
            return;
        }
        weighted++;
        weights.add(weight);
        sum.add(product);
        squares.add(square);
    }

    private void flush() {
        sum.addAll(block, filled);
        squares.addSquares(block, filled);
        unweighted += filled;
        filled = 0;
    }

    /** The sums so far; adding more does not change them. */
    public Moment moment() {
        flush();
        Dyadic weight = weights.toDyadic().plus(Dyadic.of(unweighted));
        return new Moment(unweighted + weighted, beyond, weight, sum.toDyadic(), squares.toDyadic());
    }
}
