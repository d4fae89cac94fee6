package io.plumbline.measures.column;

/**
 * Smallest, largest, mean and spread of a numeric column's finite values. All are NaN for a column without values.
 *
 * @param count how many values
 * @param min the smallest
 * @param max the largest
 * @param mean the mean, correctly rounded from the exact sum
 * @param variance the population variance (divided by n)
 */
public record Moments(long count, double min, double max, double mean, double variance) {

    /** Of no values. */
    public static final Moments NONE = new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** The population standard deviation, √variance. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** The sample variance (divided by n-1); NaN for fewer than two values. */
    public double sampleVariance() {
        return count < 2 ? Double.NaN : variance * count / (count - 1);
    }
}
