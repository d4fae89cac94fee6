package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;

/**
 * How labels and predictions agree, beyond chance, of a confusion matrix by label and prediction. In the formulas c are the rows that agree, s
 * all rows, t_k those labelled k and p_k those predicted k.
 */
final class Agreement {
    private Agreement() {}

    /**
     * The correlation of two indicators of class, R_K: (c·s - Σ p_k t_k) / √((s² - Σ p_k²)(s² - Σ t_k²)). Its interval is that of Fisher's z by
     * the delta method. Source: Itaya, Tamura, Hayashi and Yamamoto, Asymptotic Properties of Matthews Correlation Coefficient (2025).
     */
    static PerformanceOutcome matthews(CrossTable table, Result result) {
        Margins margins = Margins.of(table.weights());
        double all = margins.all * margins.all;
        double ofPredictions = all - dot(margins.predictions, margins.predictions);
        double ofLabels = all - dot(margins.labels, margins.labels);
        if (ofPredictions <= 0 || ofLabels <= 0) {
            return result.none("all labels, or all predictions, are of one class");
        }
        double value = margins.together() / Math.sqrt(ofPredictions) / Math.sqrt(ofLabels);
        DeltaMethod.Slope slope = (label, prediction) ->
                margins.togetherSlope(label, prediction) / Math.sqrt(ofPredictions) / Math.sqrt(ofLabels)
                        - value * (margins.all - margins.predictions[prediction]) / ofPredictions
                        - value * (margins.all - margins.labels[label]) / ofLabels;
        return result.score(value).with(DeltaMethod.ofCorrelation(table, value, slope));
    }

    /**
     * (p_o - p_e) / (1 - p_e), which is (c·s - Σ p_k t_k) / (s² - Σ p_k t_k). The variance by the delta method is the asymptotic one of Fleiss,
     * Cohen and Everitt, Large sample standard errors of kappa and weighted kappa (1969).
     */
    static PerformanceOutcome kappa(CrossTable table, Result result) {
        Margins margins = Margins.of(table.weights());
        double expected = dot(margins.predictions, margins.labels) / margins.all;
        if (expected >= margins.all) {
            return result.none("all labels and predictions are of one and the same class");
        }
        double value = (margins.agreeing - expected) / (margins.all - expected);
        double beyondChance = margins.all * (margins.all - expected);
        DeltaMethod.Slope slope = (label, prediction) -> (margins.togetherSlope(label, prediction)
                        - value * (2 * margins.all - margins.predictions[label] - margins.labels[prediction]))
                / beyondChance;
        return result.score(value).with(DeltaMethod.interval(table, value, slope, new Range(-1, 1)));
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Sums of a matrix: rows by label, columns by prediction, the diagonal, and all. */
    record Margins(double[] labels, double[] predictions, double agreeing, double all) {
        static Margins of(double[][] matrix) {
            double[] labels = new double[matrix.length];
            double[] predictions = new double[matrix.length];
            double agreeing = 0;
            double all = 0;
            for (int label = 0; label < matrix.length; label++) {
                agreeing += matrix[label][label];
                for (int prediction = 0; prediction < matrix.length; prediction++) {
                    double weight = matrix[label][prediction];
                    labels[label] += weight;
                    predictions[prediction] += weight;
                    all += weight;
                }
            }
            return new Margins(labels, predictions, agreeing, all);
        }

        /** c·s - Σ p_k t_k. */
        double together() {
            return agreeing * all - dot(predictions, labels);
        }

        /** How much {@link #together()} changes with the rows of a cell. */
        double togetherSlope(int label, int prediction) {
            double ifAgreeing = label == prediction ? all : 0;
            return ifAgreeing + agreeing - predictions[label] - labels[prediction];
        }
    }
}
