package io.plumbline.measures.performance;

import org.jspecify.annotations.Nullable;

/**
 * A run of rows of a binary classifier. The i-th place of every array belongs to the same row; the first {@code size} places count.
 *
 * @param size how many rows
 * @param labels what turned out to be true, as {@link BinaryCodes}
 * @param predictions what was predicted, as {@link BinaryCodes}; null where there is no such column
 * @param scores how likely positive is, larger for more likely; NaN where missing; null where there is no such column
 * @param weights of the rows; null where each counts as one
 */
public record BinaryRows(
        int size,
        byte[] labels,
        byte @Nullable [] predictions,
        double @Nullable [] scores,
        double @Nullable [] weights) {

    /** Rows with nothing but labels yet. */
    public static BinaryRows of(byte[] labels) {
        return new BinaryRows(labels.length, labels, null, null, null);
    }

    /** The same with predictions. */
    public BinaryRows withPredictions(byte[] newPredictions) {
        return new BinaryRows(size, labels, newPredictions, scores, weights);
    }

    /** The same with scores. */
    public BinaryRows withScores(double[] newScores) {
        return new BinaryRows(size, labels, predictions, newScores, weights);
    }

    /** The same with weights. */
    public BinaryRows withWeights(double[] newWeights) {
        return new BinaryRows(size, labels, predictions, scores, newWeights);
    }

    /** The code of a row's prediction. */
    byte prediction(int row) {
        return predictions == null ? BinaryCodes.MISSING : predictions[row];
    }

    /** The score of a row, NaN where it has none. */
    double score(int row) {
        return scores == null ? Double.NaN : scores[row];
    }

    /** The weight of a row. */
    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }
}
