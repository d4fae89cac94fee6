package io.plumbline.domain.evaluation;

import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.ColumnChunks;
import io.plumbline.measures.performance.BinaryCodes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a score says of a class. Of probabilities of all classes the largest belongs to the prediction, whatever their order; of two the other one
 * belongs to the other class. A single number is the probability of the positive class.
 */
final class Confidences {
    private Confidences() {}

    /** The probability of the positive of two classes, NaN where it is not known. */
    static double[] positive(BatchColumn score, byte[] predictions) {
        if (!(score instanceof BatchColumn.Vectors)) {
            return BatchColumns.numbers(score);
        }
        double[] largest = BatchColumns.numbers(ColumnChunks.largest(score));
        double[] positive = new double[largest.length];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = switch (predictions[row]) {
                case BinaryCodes.POSITIVE -> largest[row];
                case BinaryCodes.NEGATIVE -> other(BatchColumns.probabilities(score, row), largest[row]);
                default -> Double.NaN;
            };
        }
        return positive;
    }

    private static double other(double[] probabilities, double largest) {
        return probabilities.length == 2 ? Math.min(probabilities[0], probabilities[1]) : 1 - largest;
    }

    /**
     * The probability of the class that turned out to be true, NaN where it is not known.
     *
     * @param classes in the order of the probabilities; without them it is known only of right predictions
     */
    static double[] ofLabels(
            BatchColumn score, @Nullable String[] labels, @Nullable String[] predictions, List<String> classes) {
        double[] found = new double[labels.length];
        double[] largest = BatchColumns.numbers(ColumnChunks.largest(score));
        for (int row = 0; row < found.length; row++) {
            double[] probabilities = BatchColumns.probabilities(score, row);
            int place = classes.indexOf(labels[row]);
            boolean right = labels[row] != null && labels[row].equals(predictions[row]);
            if (place >= 0 && place < probabilities.length) {
                found[row] = probabilities[place];
            } else {
                found[row] = right && probabilities.length > 0 ? largest[row] : Double.NaN;
            }
        }
        return found;
    }

    /** The probability of the prediction: the largest of all, or of two classes the one above a half. */
    static double[] ofPredictions(BatchColumn score) {
        double[] confidences = BatchColumns.numbers(ColumnChunks.largest(score));
        if (!(score instanceof BatchColumn.Vectors)) {
            for (int row = 0; row < confidences.length; row++) {
                confidences[row] = Math.max(confidences[row], 1 - confidences[row]);
            }
        }
        return confidences;
    }
}
