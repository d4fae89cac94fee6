package io.plumbline.measures.performance;

/** What one row loses. */
final class Losses {
    /** How far probabilities are kept from 0 and 1, so that no loss is infinite: as scikit-learn does for doubles. */
    static final double EPSILON = 0x1p-52;

    private Losses() {}

    /** -ln p of the probability that was given to what turned out to be true. */
    static double logLoss(double probability) {
        double kept = Math.max(EPSILON, Math.min(1 - EPSILON, probability));
        // the same bits on every machine
        return 0.0 - StrictMath.log(kept);
    }
}
