package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Elements;
import io.plumbline.dialects.openscale.wire.Aggregation;
import io.plumbline.dialects.openscale.wire.MeasurementsApi.ListMetricsQuery;
import io.plumbline.dialects.openscale.wire.MetricInterval;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.SeriesQuery;
import io.plumbline.domain.measurement.SeriesQuery.Aggregate;
import io.plumbline.domain.measurement.SeriesQuery.Function;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions for metrics over time. */
final class SeriesQueries {
    private SeriesQueries() {}

    /**
     * The question that a request asks. The end is the first moment that no interval needs to hold.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the parameter
     */
    static SeriesQuery of(ListMetricsQuery query) {
        if (!query.start().isBefore(query.end())) {
            throw PlumblineException.invalid("end", "the parameter end must lie after start");
        }
        return new SeriesQuery(
                query.start(),
                query.end().minus(1, ChronoUnit.MICROS),
                unit(interval(query)),
                query.agg().stream().map(SeriesQueries::aggregate).toList(),
                TagFilters.of(query.filter()),
                Elements.of("group", query.group()));
    }

    /** The interval that is asked for. */
    static MetricInterval interval(ListMetricsQuery query) {
        @Nullable MetricInterval given = query.interval();
        return given == null ? MetricInterval.HOUR : given;
    }

    private static ChronoUnit unit(MetricInterval interval) {
        return switch (interval) {
            case MINUTE -> ChronoUnit.MINUTES;
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    /** Clients leave the colon out where they mean all metrics. */
    private static Aggregate aggregate(String text) {
        int colon = text.lastIndexOf(':');
        String metric = text.substring(0, Math.max(colon, 0));
        return new Aggregate(
                metric.isEmpty() ? Optional.empty() : Optional.of(metric), function(text.substring(colon + 1)));
    }

    private static Function function(String word) {
        for (Function function : Function.values()) {
            if (wire(function).wireName().equals(word)) {
                return function;
            }
        }
        throw PlumblineException.invalid(
                "agg",
                "the parameter agg is metric:function, or a function for all metrics, separated by commas; functions are last, "
                        + "first, max, min, sum, avg, count, stddev and median, not " + word);
    }

    /** The function as this dialect calls it. */
    static Aggregation wire(Function function) {
        return switch (function) {
            case FIRST -> Aggregation.FIRST;
            case LAST -> Aggregation.LAST;
            case MIN -> Aggregation.MIN;
            case MAX -> Aggregation.MAX;
            case SUM -> Aggregation.SUM;
            case COUNT -> Aggregation.COUNT;
            case MEAN -> Aggregation.AVG;
            case MEDIAN -> Aggregation.MEDIAN;
            case STANDARD_DEVIATION -> Aggregation.STDDEV;
        };
    }
}
