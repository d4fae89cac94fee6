package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.BinaryCodes;
import org.jspecify.annotations.Nullable;

/**
 * A run of rows. The i-th place of every array belongs to the same row; the first {@code size} places count.
 *
 * @param size how many rows
 * @param groups the number of each row's group, by {@link FairnessSpec#texts} or {@link FairnessSpec#numbers}
 * @param predictions the outcome, as {@link BinaryCodes}: positive is favourable
 * @param labels what turned out to be true, in the same way; null where there is no such column
 * @param weights of the rows; null where each counts as one
 */
public record FairnessRows(
        int size, int[] groups, byte[] predictions, byte @Nullable [] labels, double @Nullable [] weights) {

    /** Rows of groups and outcomes. */
    public static FairnessRows of(int[] groups, byte[] predictions) {
        return new FairnessRows(groups.length, groups, predictions, null, null);
    }

    /** The same with what turned out to be true. */
    public FairnessRows withLabels(byte[] newLabels) {
        return new FairnessRows(size, groups, predictions, newLabels, weights);
    }

    /** The same with weights. */
    public FairnessRows withWeights(double[] newWeights) {
        return new FairnessRows(size, groups, predictions, labels, newWeights);
    }

    byte label(int row) {
        return labels == null ? BinaryCodes.MISSING : labels[row];
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }
}
