package io.plumbline.measures.performance;

/** How labels and predictions agree, beyond chance, of a confusion matrix by label and prediction. */
final class Agreement {
    private Agreement() {}

    /** The correlation of two indicators of class, R_K: (c·s - Σ p_k t_k) / √((s² - Σ p_k²)(s² - Σ t_k²)). */
    static PerformanceOutcome matthews(double[][] matrix, Result result) {
        Margins margins = Margins.of(matrix);
        double all = margins.all * margins.all;
        double ofPredictions = all - dot(margins.predictions, margins.predictions);
        double ofLabels = all - dot(margins.labels, margins.labels);
        if (ofPredictions <= 0 || ofLabels <= 0) {
            return result.none("all labels, or all predictions, are of one class");
        }
        double together = margins.agreeing * margins.all - dot(margins.predictions, margins.labels);
        return result.score(together / Math.sqrt(ofPredictions) / Math.sqrt(ofLabels));
    }

    /** (p_o - p_e) / (1 - p_e). */
    static PerformanceOutcome kappa(double[][] matrix, Result result) {
        Margins margins = Margins.of(matrix);
        double expected = dot(margins.predictions, margins.labels) / margins.all;
        if (expected >= margins.all) {
            return result.none("all labels and predictions are of one and the same class");
        }
        return result.score((margins.agreeing - expected) / (margins.all - expected));
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
    }
}
