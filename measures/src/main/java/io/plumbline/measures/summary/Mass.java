package io.plumbline.measures.summary;

import io.plumbline.measures.exact.Dyadic;

/**
 * Rows that agree in something.
 *
 * @param rows how many
 * @param weight the exact sum of their weights, each 1 where rows have none
 */
public record Mass(long rows, Dyadic weight) {
    /** No rows. */
    public static final Mass NONE = new Mass(0, Dyadic.ZERO);

    /** So many rows of weight 1. */
    public static Mass of(long rows) {
        return new Mass(rows, Dyadic.of(rows));
    }

    /** The rows of both. */
    public Mass plus(Mass other) {
        return new Mass(rows + other.rows, weight.plus(other.weight));
    }

    /** Whether some rows count more, or less, than one. */
    public boolean isWeighted() {
        return !weight.equals(Dyadic.of(rows));
    }

    /** The sum of the weights, correctly rounded. */
    public double total() {
        return weight.toDouble();
    }
}
