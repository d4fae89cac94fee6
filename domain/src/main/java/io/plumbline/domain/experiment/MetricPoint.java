package io.plumbline.domain.experiment;

/**
 * A value that a run logged.
 *
 * @param key of the metric
 * @param value which may be NaN or infinite
 * @param step of the run, as it counts
 * @param micros when it was measured, in microseconds since 1970-01-01T00:00:00Z
 */
public record MetricPoint(String key, double value, long step, long micros) {
    /**
     * Checks the key.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public MetricPoint {
        Keys.checked("metric", key);
    }
}
