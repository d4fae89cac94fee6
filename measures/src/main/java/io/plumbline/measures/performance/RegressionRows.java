package io.plumbline.measures.performance;

import org.jspecify.annotations.Nullable;

/**
 * A run of rows of a regression. The i-th place of every array belongs to the same row; the first {@code size} places count.
 *
 * @param size how many rows
 * @param targets what turned out to be true, NaN where missing
 * @param predictions what was predicted, NaN where missing
 * @param weights of the rows; null where each counts as one
 */
public record RegressionRows(int size, double[] targets, double[] predictions, double @Nullable [] weights) {

    /** Rows of weight 1. */
    public static RegressionRows of(double[] targets, double[] predictions) {
        return new RegressionRows(targets.length, targets, predictions, null);
    }

    /** The same with weights. */
    public RegressionRows withWeights(double[] newWeights) {
        return new RegressionRows(size, targets, predictions, newWeights);
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }
}
