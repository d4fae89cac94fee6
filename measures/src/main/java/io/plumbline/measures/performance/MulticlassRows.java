package io.plumbline.measures.performance;

import org.jspecify.annotations.Nullable;

/**
 * A run of rows of a classifier of several classes. The i-th place of every array belongs to the same row; the first {@code size} places
 * count.
 *
 * @param size how many rows
 * @param labels the class that turned out to be true, null where missing
 * @param predictions the class that was predicted, null where missing
 * @param scores the probability that was given to the class that turned out to be true, NaN where missing; null where there is none
 * @param weights of the rows; null where each counts as one
 * @param probabilities of every class whose probabilities the profile keeps, in its order, an array of all rows, NaN where missing; null where
 *     there are none
 */
public record MulticlassRows(
        int size,
        @Nullable String[] labels,
        @Nullable String[] predictions,
        double @Nullable [] scores,
        double @Nullable [] weights,
        double @Nullable [][] probabilities) {

    /** Rows of labels and predictions. */
    public static MulticlassRows of(@Nullable String[] labels, @Nullable String[] predictions) {
        return new MulticlassRows(labels.length, labels, predictions, null, null, null);
    }

    /** The same with the probabilities of the classes that turned out to be true. */
    public MulticlassRows withScores(double[] newScores) {
        return new MulticlassRows(size, labels, predictions, newScores, weights, probabilities);
    }

    /** The same with weights. */
    public MulticlassRows withWeights(double[] newWeights) {
        return new MulticlassRows(size, labels, predictions, scores, newWeights, probabilities);
    }

    /** The same with the probabilities of classes, an array of all rows for each. */
    public MulticlassRows withProbabilities(double[][] newProbabilities) {
        return new MulticlassRows(size, labels, predictions, scores, weights, newProbabilities);
    }

    double score(int row) {
        return scores == null ? Double.NaN : scores[row];
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }
}
