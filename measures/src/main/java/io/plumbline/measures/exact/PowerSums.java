package io.plumbline.measures.exact;

import java.math.BigInteger;

/**
 * How many values there are, their sum and the sum of their squares, exactly. From these mean and variance follow with one rounding
 * each, at the end, so that nothing cancels however large the mean is against the spread.
 *
 * @param count how many values
 * @param sum of the values
 * @param sumOfSquares of the values
 */
public record PowerSums(long count, Dyadic sum, Dyadic sumOfSquares) {
    /** Of no values. */
    public static final PowerSums NONE = new PowerSums(0, Dyadic.ZERO, Dyadic.ZERO);

    /** Of both sets of values together. */
    public PowerSums plus(PowerSums other) {
        return new PowerSums(count + other.count, sum.plus(other.sum), sumOfSquares.plus(other.sumOfSquares));
    }

    /** The mean, correctly rounded; NaN for no values. */
    public double mean() {
        return count == 0 ? Double.NaN : sum.dividedBy(BigInteger.valueOf(count));
    }

    /**
     * The population variance {@code (n·Σx² - (Σx)²) / n²}, correctly rounded; NaN for no values, infinite where it exceeds the
     * largest double.
     */
    public double variance() {
        if (count == 0) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(count);
        return Dyadic.of(count).times(sumOfSquares).minus(sum.times(sum)).dividedBy(n.multiply(n));
    }
}
