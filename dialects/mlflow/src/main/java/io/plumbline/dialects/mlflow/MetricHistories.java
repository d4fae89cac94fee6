package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.dialects.mlflow.wire.Metric;
import io.plumbline.dialects.mlflow.wire.MetricHistory;
import io.plumbline.dialects.mlflow.wire.RunsApi.GetMetricHistoryBulkIntervalQuery;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.MetricRange;
import io.plumbline.domain.experiment.MetricSeries;
import io.plumbline.domain.experiment.RunReading;
import io.plumbline.domain.identity.Caller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histories of metrics, by pages or thinned out. */
final class MetricHistories {
    private static final int LARGEST_PAGE = 25_000;
    private static final int STANDARD_SAMPLE = 320;
    private static final int LARGEST_SAMPLE = 2_500;
    private static final int MOST_RUNS = 100;

    private final RunReading reading;

    MetricHistories(RunReading reading) {
        this.reading = reading;
    }

    /** A page; its token is the count of points before the next one. */
    MetricHistory page(Caller caller, Id run, String key, @Nullable Integer size, @Nullable String token) {
        MetricSeries series = reading.series(caller, reading.find(caller, run), key, MetricRange.ALL);
        int begin = token == null || token.isEmpty() ? 0 : place(token, series.size());
        int most = Math.toIntExact(checked(size, LARGEST_PAGE, LARGEST_PAGE));
        int end = Math.min(series.size(), begin + most);
        String next = end < series.size() ? Integer.toString(end) : null;
        return new MetricHistory(RunWire.points(key, series, begin, end, null), next);
    }

    private static int place(String token, int size) {
        try {
            int place = Integer.parseInt(token);
            if (place >= 0 && place <= size) {
                return place;
            }
        } catch (NumberFormatException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static PlumblineException unknown() {
        return PlumblineException.invalid("page_token", "the page token is none of this history's");
    }

    private static long checked(@Nullable Integer size, int standard, int most) {
        return Lists.page(size == null ? null : size.longValue(), standard, most, null)
                .size();
    }

    /** At most so many points of each run, at even distances. */
    MetricHistory sampled(Caller caller, GetMetricHistoryBulkIntervalQuery query) {
        if (query.runIds().size() > MOST_RUNS) {
            throw PlumblineException.invalid("run_ids", "at most " + MOST_RUNS + " runs are read at once");
        }
        int most = (int) checked(query.maxResults(), STANDARD_SAMPLE, LARGEST_SAMPLE);
        MetricRange range = new MetricRange(
                query.startStep() == null ? Long.MIN_VALUE : query.startStep(),
                query.endStep() == null ? Long.MAX_VALUE : query.endStep());
        List<Metric> points = new ArrayList<>();
        for (String run : query.runIds()) {
            MetricSeries series = reading.series(
                            caller, reading.find(caller, WireId.run(run)), query.metricKey(), range)
                    .sampled(most);
            points.addAll(RunWire.points(query.metricKey(), series, 0, series.size(), run));
        }
        return new MetricHistory(points, null);
    }
}
