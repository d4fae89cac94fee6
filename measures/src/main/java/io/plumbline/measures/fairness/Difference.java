package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.ConfidenceInterval;
import java.util.Optional;

/**
 * What the monitored group has more than the reference.
 *
 * @param value the rate of the one less that of the other
 * @param confidence for the populations of both; empty where rows are weighted
 */
record Difference(double value, Optional<ConfidenceInterval> confidence) {
    /** Of two rates. */
    static Difference of(Sides.Rate monitored, Sides.Rate reference) {
        return new Difference(
                monitored.value() - reference.value(),
                monitored.isWeighted() || reference.isWeighted()
                        ? Optional.empty()
                        : Optional.of(ConfidenceInterval.newcombe(
                                monitored.value(), monitored.interval(), reference.value(), reference.interval())));
    }

    /** Its distance from 0, which has no interval: it bends where groups are equal. */
    Difference absolute() {
        return new Difference(Math.abs(value), Optional.empty());
    }

    /** The mean of this one and another one of other rows. */
    Difference mean(Difference other) {
        return new Difference(
                (value + other.value) / 2,
                confidence.flatMap(here ->
                        other.confidence.map(there -> ConfidenceInterval.mover(value, here, other.value, there))));
    }
}
