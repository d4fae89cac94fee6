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

    static ClassRates of(double[][] matrix) {
        Agreement.Margins margins = Agreement.Margins.of(matrix);
        double[] diagonal = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            diagonal[i] = matrix[i][i];
        }
        return new ClassRates(diagonal, margins.labels(), margins.predictions(), margins.all());
    }

    /** How a rate of each class becomes one of all. */
    enum Average {
        /** The mean over the classes that are labelled or predicted. */
        MACRO,
        /** The mean over the classes, weighted by how often each is labelled. */
        WEIGHTED
    }

    /** A rate of one class. */
    interface Rate {
        double of(ClassRates rates, int classIndex);
    }

    /** TP/(TP+FP), 0 for a class that is never predicted. */
    double precision(int i) {
        return ratio(truePositives[i], predicted[i]);
    }

    /** TP/(TP+FN), 0 for a class that is never labelled. */
    double recall(int i) {
        return ratio(truePositives[i], labelled[i]);
    }

    /** 2TP/(2TP+FP+FN), 0 for a class that is neither. */
    double f1(int i) {
        return ratio(2 * truePositives[i], labelled[i] + predicted[i]);
    }

    /** FP/(FP+TN), 0 where all rows are labelled as the class. */
    double falsePositiveRate(int i) {
        return ratio(predicted[i] - truePositives[i], all - labelled[i]);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    double average(Rate rate, Average average) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < labelled.length; i++) {
            boolean occurs = labelled[i] + predicted[i] > 0;
            double weight = average == Average.WEIGHTED ? labelled[i] : occurs ? 1 : 0;
            sum += weight * rate.of(this, i);
            weights += weight;
        }
        return sum / weights;
    }

    /** The mean recall of the classes that are labelled. */
    double balancedAccuracy() {
        double sum = 0;
        int classes = 0;
        for (int i = 0; i < labelled.length; i++) {
            sum += recall(i);
            classes += labelled[i] > 0 ? 1 : 0;
        }
        return sum / classes;
    }
}
