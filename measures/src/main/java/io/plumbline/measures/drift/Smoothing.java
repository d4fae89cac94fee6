package io.plumbline.measures.drift;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * How counts become shares, and what is done about empty bins, at which logarithms have no value.
 *
 * @param name the rule in words, as it stands in the parameters of a score
 * @param rule from counts to shares
 */
record Smoothing(String name, UnaryOperator<double[]> rule) {
    /** Counts divided by their sum. */
    static final Smoothing NONE = new Smoothing("none", Smoothing::normalise);

    /** Evidently: an empty bin gets 0.0001, or a millionth of the smallest other share where that is not above 0.0001. */
    static final Smoothing EVIDENTLY = new Smoothing(
            "empty bins 0.0001, or the smallest share / 10^6 where that is at most 0.0001", Smoothing::evidently);

    /** So much is added to each count before they are divided by their sum. */
    static Smoothing adding(double pseudocount) {
        return new Smoothing(
                pseudocount + " added to each count", counts -> normalise(map(counts, count -> count + pseudocount)));
    }

    /** An empty bin gets this share, the others stay, so that the sum may be above 1. */
    static Smoothing emptyBins(double share) {
        return new Smoothing("empty bins " + share, counts -> map(normalise(counts), each -> each == 0 ? share : each));
    }

    /** No share is below this one, so that the sum may be above 1. */
    static Smoothing atLeast(double share) {
        return new Smoothing(
                "shares at least " + share, counts -> map(normalise(counts), each -> Math.max(each, share)));
    }

    /** Shares of these counts. */
    double[] shares(double[] counts) {
        return rule.apply(counts);
    }

    private static double[] evidently(double[] counts) {
        double[] shares = normalise(counts);
        double smallest =
                Arrays.stream(shares).filter(share -> share != 0).min().orElse(0);
        double filling = smallest <= 0.0001 ? smallest / 1e6 : 0.0001;
        return map(shares, share -> share == 0 ? filling : share);
    }

    private static double[] normalise(double[] counts) {
        double total = Arrays.stream(counts).sum();
        return map(counts, count -> count / total);
    }

    private static double[] map(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }
}
