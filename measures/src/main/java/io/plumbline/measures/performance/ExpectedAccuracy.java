package io.plumbline.measures.performance;

import java.util.Arrays;

/**
 * The accuracy to be expected of a classifier whose labels are not known yet, from how sure it is of its predictions: the mean over rows of the
 * probability that the prediction is right. Where labelled rows are there, confidences are calibrated by them: of a row in bin b of 20 bins of
 * equal width the probability is the share of right predictions among the labelled rows of b; of one in a bin without labelled rows it is the
 * confidence itself. Source: Guo et al., On Calibration of Modern Neural Networks (2017), section 4, histogram binning; Garg et al.,
 * Leveraging Unlabeled Data to Predict Out-of-Distribution Performance (2022), average confidence. It holds while the relation of labels to
 * inputs does not change. Not safe for use by several threads.
 */
public final class ExpectedAccuracy {
    /** The id of this measure. */
    public static final String ID = "expected_accuracy@1";

    private static final int BINS = 20;

    private final long[] labelled;
    private final long[] right;
    private final long[] rows = new long[BINS];
    private final double[] confidences = new double[BINS];

    /** One without any rows. */
    public ExpectedAccuracy() {
        this(new long[BINS], new long[BINS]);
    }

    private ExpectedAccuracy(long[] labelled, long[] right) {
        this.labelled = labelled;
        this.right = right;
    }

    /** A new one with the same rows whose labels are known, and without others. */
    public ExpectedAccuracy calibratedAlike() {
        return new ExpectedAccuracy(labelled.clone(), right.clone());
    }

    /**
     * Adds a row whose label is known.
     *
     * @param confidence the probability that the classifier gave to its prediction, 0 to 1; others and NaN are left out
     */
    public void calibrate(double confidence, Prediction prediction) {
        if (isProbability(confidence)) {
            labelled[bin(confidence)]++;
            right[bin(confidence)] += prediction == Prediction.RIGHT ? 1 : 0;
        }
    }

    /** Whether a prediction turned out to be true. */
    public enum Prediction {
        RIGHT,
        WRONG
    }

    /** Adds a row whose label is not known. */
    public void add(double confidence) {
        if (isProbability(confidence)) {
            rows[bin(confidence)]++;
            confidences[bin(confidence)] += confidence;
        }
    }

    private static boolean isProbability(double confidence) {
        return confidence >= 0 && confidence <= 1;
    }

    private static int bin(double confidence) {
        return Math.min(BINS - 1, (int) (confidence * BINS));
    }

    /** How many labelled rows went in. */
    public long labelledRows() {
        return Arrays.stream(labelled).sum();
    }

    /** How many rows without a label went in. */
    public long rows() {
        return Arrays.stream(rows).sum();
    }

    /** The share of right predictions among the labelled rows; NaN where there are none. */
    public double labelledAccuracy() {
        return (double) Arrays.stream(right).sum() / labelledRows();
    }

    /** The accuracy to be expected of the rows without a label; NaN where there are none. */
    public double value() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += labelled[bin] == 0 ? confidences[bin] : (double) right[bin] / labelled[bin] * rows[bin];
        }
        return sum / rows();
    }
}
