package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.exact.Dyadic;
import io.plumbline.measures.summary.Moment;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Between which bounds a value lies for the population, with 95 % confidence.
 *
 * @param method how the bounds were found
 * @param least the lower bound
 * @param greatest the upper bound
 */
public record ConfidenceInterval(String method, double least, double greatest) {
    /** The confidence of all intervals here. */
    public static final double LEVEL = 0.95;

    /** The quantile of the normal distribution at 97.5 %. */
    static final double Z = 1.959963984540054;

    /**
     * Of a proportion of {@code hits} in {@code rows}: Wilson's score interval. Source: Wilson, Probable Inference, the Law of Succession,
     * and Statistical Inference (1927).
     */
    public static ConfidenceInterval wilson(double hits, double rows) {
        double share = hits / rows;
        double denominator = 1 + Z * Z / rows;
        double center = (share + Z * Z / (2 * rows)) / denominator;
        double half = Z * Math.sqrt(share * (1 - share) / rows + Z * Z / (4 * rows * rows)) / denominator;
        return new ConfidenceInterval("wilson", Math.max(0, center - half), Math.min(1, center + half));
    }

    /**
     * Of the difference of two proportions: the hybrid of both score intervals. Source: Newcombe, Interval Estimation for the Difference
     * Between Independent Proportions (1998), method 10.
     *
     * @param first the share that is subtracted from, and its interval
     * @param second the share that is subtracted, and its interval
     */
    public static ConfidenceInterval newcombe(
            double first, ConfidenceInterval ofFirst, double second, ConfidenceInterval ofSecond) {
        double difference = first - second;
        double below = Math.hypot(first - ofFirst.least, ofSecond.greatest - second);
        double above = Math.hypot(ofFirst.greatest - first, second - ofSecond.least);
        return new ConfidenceInterval("newcombe", difference - below, difference + above);
    }

    /**
     * Of the mean of two values of other rows each: their distances from their bounds add up as variances do. Source: Zou and Donner,
     * Construction of Confidence Limits about Effect Measures (2008), the method of variance estimates recovery.
     *
     * @param first a value, and its interval
     * @param second the other, and its interval
     */
    public static ConfidenceInterval mover(
            double first, ConfidenceInterval ofFirst, double second, ConfidenceInterval ofSecond) {
        double mean = (first + second) / 2;
        double below = Math.hypot(first - ofFirst.least, second - ofSecond.least) / 2;
        double above = Math.hypot(ofFirst.greatest - first, ofSecond.greatest - second) / 2;
        return new ConfidenceInterval("mover", mean - below, mean + above);
    }

    /** Of a value whose standard error is known: the normal approximation, cut to the values that are possible. */
    public static ConfidenceInterval normal(String method, double value, double standardError, Range range) {
        double half = Z * standardError;
        return new ConfidenceInterval(
                method, Math.max(range.least(), value - half), Math.min(range.greatest(), value + half));
    }

    /**
     * Of the area under a precision-recall curve: the normal approximation of its logit, whose standard error is 1/√(n·a·(1 - a)) for an area a
     * over n positive rows. Empty where the area is 0 or 1. Source: Boyd, Eng and Page, Area under the Precision-Recall Curve: Point Estimates
     * and Confidence Intervals (2013).
     *
     * @param positives how many rows of the positive class there are
     */
    static Optional<ConfidenceInterval> logit(double area, double positives) {
        if (!(area > 0 && area < 1)) {
            return Optional.empty();
        }
        double logit = Math.log(area / (1 - area));
        double standardError = 1 / Math.sqrt(positives * area * (1 - area));
        return Optional.of(
                normal("logit", logit, standardError, Range.REAL).mapped(value -> 1 / (1 + Math.exp(-value))));
    }

    /**
     * Of the mean of a number over rows of weight 1: the normal approximation; empty for weighted rows, and where the number is the same for
     * all, as it is of a single row.
     */
    static Optional<ConfidenceInterval> ofMean(Moment moment, Range range) {
        double variance = moment.variance();
        if (isWeighted(moment) || variance == 0) {
            return Optional.empty();
        }
        double standardError = Math.sqrt(variance / (moment.rows() - 1));
        return Optional.of(normal("normal", moment.mean(), standardError, range));
    }

    /** Of the share of rows of which a number is 1 and not 0; empty for weighted rows. */
    static Optional<ConfidenceInterval> ofShare(Moment moment) {
        return isWeighted(moment)
                ? Optional.empty()
                : Optional.of(wilson(moment.sum().toDouble(), moment.weight().toDouble()));
    }

    private static boolean isWeighted(Moment moment) {
        return !moment.weight().equals(Dyadic.of(moment.rows()));
    }

    /** Of a value that rises or falls with this one all the way. */
    public ConfidenceInterval mapped(DoubleUnaryOperator monotone) {
        double one = monotone.applyAsDouble(least);
        double other = monotone.applyAsDouble(greatest);
        return new ConfidenceInterval(method, Math.min(one, other), Math.max(one, other));
    }
}
