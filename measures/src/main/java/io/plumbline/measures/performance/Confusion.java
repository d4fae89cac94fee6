package io.plumbline.measures.performance;

import io.plumbline.measures.summary.Mass;

/**
 * The confusion matrix of two classes: rows that have a label and a prediction.
 *
 * @param truePositives labelled and predicted positive
 * @param falsePositives labelled negative, predicted positive
 * @param falseNegatives labelled positive, predicted negative
 * @param trueNegatives labelled and predicted negative
 */
public record Confusion(Mass truePositives, Mass falsePositives, Mass falseNegatives, Mass trueNegatives)
        implements CrossTable {

    /** All of them. */
    public Mass all() {
        return truePositives.plus(falsePositives).plus(falseNegatives).plus(trueNegatives);
    }

    /** Of the rows of both. */
    public Confusion plus(Confusion other) {
        return new Confusion(
                truePositives.plus(other.truePositives),
                falsePositives.plus(other.falsePositives),
                falseNegatives.plus(other.falseNegatives),
                trueNegatives.plus(other.trueNegatives));
    }

    @Override
    public double[][] weights() {
        return new double[][] {{tn(), fp()}, {fn(), tp()}};
    }

    /** Whether some rows count more than others. */
    @Override
    public boolean isWeighted() {
        return all().isWeighted();
    }

    double tp() {
        return truePositives.total();
    }

    double fp() {
        return falsePositives.total();
    }

    double fn() {
        return falseNegatives.total();
    }

    double tn() {
        return trueNegatives.total();
    }
}
