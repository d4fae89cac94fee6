package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;

/**
 * The mean of a rate over classes.
 *
 * @param classes of a confusion matrix
 * @param rate of each class
 * @param average how much each class counts
 */
record ClassMean(ClassRates classes, ClassRate rate, Average average) {
    /** How a rate of each class becomes one of all. */
    enum Average {
        /** The mean over the classes that are labelled or predicted. */
        MACRO,
        /** The mean over the classes that are labelled. */
        LABELLED,
        /** The mean over the classes, weighted by how often each is labelled. */
        WEIGHTED
    }

    /**
     * The mean of a confusion matrix, with an interval by the delta method. Of the macro-averaged F1 that is the one of Takahashi, Yamamoto, Kuchiba
     * and Koyama, Confidence interval for micro-averaged F1 and macro-averaged F1 scores (2022).
     */
    static PerformanceScore score(CrossTable table, ClassRate rate, Average average, Result result) {
        ClassMean mean = new ClassMean(ClassRates.of(table), rate, average);
        double value = mean.value();
        return result.score(value)
                .with(DeltaMethod.interval(
                        table, value, (label, prediction) -> mean.slope(value, label, prediction), Range.UNIT));
    }

    private double value() {
        double sum = 0;
        for (int i = 0; i < classes.size(); i++) {
            sum += weight(i) * classes.rate(rate, i);
        }
        return sum / weights();
    }

    /** A row changes the rates, and how much the class of its label counts. */
    private double slope(double value, int label, int prediction) {
        double sum = average == Average.WEIGHTED ? classes.rate(rate, label) - value : 0;
        for (int i = 0; i < classes.size(); i++) {
            sum += weight(i) * classes.slope(rate, i, label, prediction);
        }
        return sum / weights();
    }

    private double weight(int i) {
        double labelled = classes.labelled()[i];
        return switch (average) {
            case MACRO -> labelled + classes.predicted()[i] > 0 ? 1 : 0;
            case LABELLED -> labelled > 0 ? 1 : 0;
            case WEIGHTED -> labelled;
        };
    }

    private double weights() {
        double sum = 0;
        for (int i = 0; i < classes.size(); i++) {
            sum += weight(i);
        }
        return sum;
    }
}
