package io.plumbline.domain.experiment;

/** Reads the history of metrics that {@link RunStore#log} kept. */
public interface MetricStore {
    /** The points of a metric within a range of steps; none where the run has no such metric. */
    MetricSeries series(Run run, String key, MetricRange range);
}
