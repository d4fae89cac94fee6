package io.plumbline.measures.drift;

import java.util.Map;
import java.util.Optional;

/** What is computed from the counts of both sides over the same bins. */
@FunctionalInterface
interface CountStatistic {

    /** Computes it. */
    Reading of(double[] reference, double[] current);

    /** Why it cannot be computed from these counts; empty where it can. */
    default Optional<String> objection(double[] reference, double[] current) {
        return Optional.empty();
    }

    /** What the result depends on besides the bins. */
    default Map<String, Object> parameters() {
        return Map.of();
    }

    /**
     * A result.
     *
     * @param value of the measure
     * @param p the p-value, NaN where there is none
     * @param effect the effect size, NaN where the value is one itself
     */
    record Reading(double value, double p, double effect) {
        /** A result without a p-value. */
        static Reading of(double value) {
            return new Reading(value, Double.NaN, Double.NaN);
        }
    }
}
