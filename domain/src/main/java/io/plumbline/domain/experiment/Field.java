package io.plumbline.domain.experiment;

/** What of a run is compared or put in order. */
public sealed interface Field {
    /** A field that every run has. */
    record Of(RunAttribute attribute) implements Field {}

    /** A statistic of the metric with this key. */
    record Metric(String key, MetricStatistic statistic) implements Field {}

    /** The param with this key; compared with a number, as the number that it is. */
    record Param(String key) implements Field {}

    /** The tag with this key. */
    record Tag(String key) implements Field {}

    /** Something of the data that the run read. */
    record Dataset(DatasetAttribute attribute) implements Field {}

    /** What can be asked of data that a run read. */
    enum DatasetAttribute {
        NAME,
        DIGEST,
        /** What it was used for. */
        CONTEXT
    }
}
