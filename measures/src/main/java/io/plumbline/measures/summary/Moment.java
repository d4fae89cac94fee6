package io.plumbline.measures.summary;

import io.plumbline.measures.exact.Dyadic;

/**
 * A number taken of each row, such as the squared error, summed exactly over the rows.
 *
 * @param rows how many rows have it
 * @param beyond rows of which it is beyond the largest double, or not a number; they are in no sum
 * @param weight Σw over the rows
 * @param sum Σwx
 * @param squares Σwx²
 */
public record Moment(long rows, long beyond, Dyadic weight, Dyadic sum, Dyadic squares) {
    /** Of no rows. */
    public static final Moment NONE = new Moment(0, 0, Dyadic.ZERO, Dyadic.ZERO, Dyadic.ZERO);

    /** Of the rows of both. */
    public Moment plus(Moment other) {
        return new Moment(
                rows + other.rows,
                beyond + other.beyond,
                weight.plus(other.weight),
                sum.plus(other.sum),
                squares.plus(other.squares));
    }

    /** Whether there is no weight to divide by. */
    public boolean isEmpty() {
        return weight.significand().signum() == 0;
    }

    /** The weighted mean Σwx/Σw; NaN where {@link #isEmpty()}. */
    public double mean() {
        return sum.toDouble() / weight.toDouble();
    }

    /** The weighted population variance Σwx²/Σw - mean², without cancellation; NaN where {@link #isEmpty()}. */
    public double variance() {
        double total = weight.toDouble();
        return weight.times(squares).minus(sum.times(sum)).toDouble() / total / total;
    }
}
