package io.plumbline.measures.performance;

import io.plumbline.measures.drift.Score.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number by one definition, with all that is needed to compare it with another.
 *
 * @param definition by which definition
 * @param value the measure's value
 * @param bounds between which the value of these rows lies; both equal to it where it is exact
 * @param confidence between which bounds the value lies for the population that the rows are a sample of; empty where no interval is
 *     standard, the rows have weights, or they are too few or too much alike to tell
 * @param parameters what else the value depends on, such as the threshold; numbers, texts and lists of them
 * @param sample how many rows there are, and how many were used
 */
public record PerformanceScore(
        PerformanceDefinition definition,
        double value,
        Interval bounds,
        Optional<ConfidenceInterval> confidence,
        Map<String, Object> parameters,
        SampleSize sample)
        implements PerformanceOutcome {

    /** Keeps the parameters in their order, unmodifiable. */
    public PerformanceScore {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** An exact value. */
    public static PerformanceScore exact(PerformanceDefinition definition, double value, SampleSize sample) {
        return new PerformanceScore(definition, value, Interval.exactly(value), Optional.empty(), Map.of(), sample);
    }

    /** The same with bounds of the value. */
    public PerformanceScore within(double least, double greatest) {
        Interval wider = new Interval(Math.min(least, value), Math.max(greatest, value));
        return new PerformanceScore(definition, value, wider, confidence, parameters, sample);
    }

    /** The same with an interval of confidence. */
    public PerformanceScore with(Optional<ConfidenceInterval> interval) {
        return new PerformanceScore(definition, value, bounds, interval, parameters, sample);
    }

    /** The same with one more parameter. */
    public PerformanceScore with(String name, Object parameter) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, parameter);
        return new PerformanceScore(definition, value, bounds, confidence, more, sample);
    }

    /** Whether the value is exact rather than an estimate. */
    public boolean isExact() {
        return bounds.isPoint();
    }
}
