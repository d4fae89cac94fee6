package io.plumbline.measures.drift;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far two columns are apart by one definition, with all that is needed to compare the score with another.
 *
 * @param definition by which definition
 * @param value the measure's value; for a test its statistic
 * @param p the p-value, NaN where the measure has none
 * @param effect an effect size that does not grow with the sample, NaN where {@code value} is one itself
 * @param interval between which bounds the value lies; both equal to it where it is exact
 * @param parameters what else the value depends on: bins, smoothing, base of the logarithm; numbers, texts and lists of them
 * @param referenceCount how many values of the reference went in
 * @param currentCount how many values of the current data went in
 */
public record Score(
        MeasureDefinition definition,
        double value,
        double p,
        double effect,
        Interval interval,
        Map<String, Object> parameters,
        long referenceCount,
        long currentCount)
        implements Outcome {

    /** Keeps the parameters in their order, unmodifiable. */
    public Score {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** An exact value without a p-value. */
    public static Score exact(MeasureDefinition definition, double value, long referenceCount, long currentCount) {
        return new Score(
                definition,
                value,
                Double.NaN,
                Double.NaN,
                Interval.exactly(value),
                Map.of(),
                referenceCount,
                currentCount);
    }

    /** The same with a p-value. */
    public Score withP(double newP) {
        return new Score(definition, value, newP, effect, interval, parameters, referenceCount, currentCount);
    }

    /** The same with an effect size. */
    public Score withEffect(double newEffect) {
        return new Score(definition, value, p, newEffect, interval, parameters, referenceCount, currentCount);
    }

    /** The same with bounds of the value. */
    public Score within(Interval newInterval) {
        return new Score(definition, value, p, effect, newInterval, parameters, referenceCount, currentCount);
    }

    /** The same with one more parameter. */
    public Score with(String name, Object parameter) {
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, parameter);
        return new Score(definition, value, p, effect, interval, more, referenceCount, currentCount);
    }

    /** Whether the value is exact rather than an estimate. */
    public boolean isExact() {
        return interval.isPoint();
    }

    /** Whether this is drift by the definition's own threshold, without correction for other tests. */
    public boolean isDrift() {
        return definition.threshold().isDrift(value, p, effect);
    }

    /**
     * Bounds of an estimated value.
     *
     * @param least the lower bound
     * @param greatest the upper bound
     */
    public record Interval(double least, double greatest) {
        /** Of an exact value. */
        public static Interval exactly(double value) {
            return new Interval(value, value);
        }

        /** Whether both bounds are the same value. */
        public boolean isPoint() {
            return Double.compare(least, greatest) == 0;
        }
    }
}
