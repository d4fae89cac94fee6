package io.plumbline.measures.performance;

/** Rows that have a label and a prediction, by both. */
sealed interface CrossTable permits Confusion, ConfusionMatrix {
    /** The weights of the rows by label and prediction, both in the same order of classes. */
    double[][] weights();

    /** Whether some rows count more than others. */
    boolean isWeighted();
}
