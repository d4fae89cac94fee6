package io.plumbline.measures.performance;

/**
 * Each class of a confusion matrix against all others.
 *
 * @param truePositives by class, labelled and predicted as it
 * @param labelled by class
 * @param predicted by class
 * @param all the weight of all rows
 */
record ClassRates(double[] truePositives, double[] labelled, double[] predicted, double all) {

    static ClassRates of(CrossTable table) {
        double[][] matrix = table.weights();
        Agreement.Margins margins = Agreement.Margins.of(matrix);
        double[] diagonal = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            diagonal[i] = matrix[i][i];
        }
        return new ClassRates(diagonal, margins.labels(), margins.predictions(), margins.all());
    }

    /** How many classes there are. */
    int size() {
        return labelled.length;
    }

    /** A rate of a class. */
    double rate(ClassRate rate, int i) {
        double whole = sum(rate.whole(), i);
        return whole == 0 ? 0 : sum(rate.part(), i) / whole;
    }

    /** How much a rate of a class changes with the rows of a cell. */
    double slope(ClassRate rate, int i, int label, int prediction) {
        double whole = sum(rate.whole(), i);
        double ofPart = ofRow(rate.part(), i, label, prediction);
        double ofWhole = ofRow(rate.whole(), i, label, prediction);
        return whole == 0 ? 0 : (ofPart - rate(rate, i) * ofWhole) / whole;
    }

    private double sum(ClassRate.Sum sum, int i) {
        return sum.of(truePositives[i], labelled[i], predicted[i], all);
    }

    private static double ofRow(ClassRate.Sum sum, int i, int label, int prediction) {
        double isLabel = label == i ? 1 : 0;
        double isPrediction = prediction == i ? 1 : 0;
        return sum.of(isLabel * isPrediction, isLabel, isPrediction, 1);
    }
}
