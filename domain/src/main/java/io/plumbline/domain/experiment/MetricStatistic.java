package io.plumbline.domain.experiment;

/** What can be asked of a metric's {@link MetricSummary}. */
public enum MetricStatistic {
    LATEST,
    MIN,
    MAX,
    MEAN,
    STANDARD_DEVIATION,
    COUNT
}
