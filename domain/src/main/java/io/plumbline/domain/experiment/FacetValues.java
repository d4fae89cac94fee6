package io.plumbline.domain.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a field among the active runs of an experiment.
 *
 * @param values distinct texts in order, at most {@value #MOST}; none for metrics
 * @param range of the numbers among them; for a metric, of the latest values
 * @param statistics for a metric, the range of each statistic
 */
public record FacetValues(
        List<String> values, Optional<NumberRange> range, Map<MetricStatistic, NumberRange> statistics) {
    /** How many values are told. */
    public static final int MOST = 1_000;

    /** Keeps unmodifiable copies. */
    public FacetValues {
        values = List.copyOf(values);
        statistics = Map.copyOf(statistics);
    }

    /**
     * From the least to the greatest finite number.
     *
     * @param min the least
     * @param max the greatest
     */
    public record NumberRange(double min, double max) {}
}
