package io.plumbline.domain.experiment;

/**
 * Which points of a metric are asked for.
 *
 * @param firstStep the lowest step
 * @param lastStep the highest step
 */
public record MetricRange(long firstStep, long lastStep) {
    /** All points. */
    public static final MetricRange ALL = new MetricRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Whether a step lies within. */
    public boolean contains(long step) {
        return firstStep <= step && step <= lastStep;
    }
}
