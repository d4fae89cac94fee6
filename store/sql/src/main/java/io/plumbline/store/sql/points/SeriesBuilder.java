package io.plumbline.store.sql.points;

import io.plumbline.domain.experiment.MetricPoint;
import io.plumbline.domain.experiment.MetricSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts points of one metric into the order of step and time. */
public final class SeriesBuilder {
    private static final Comparator<MetricPoint> ORDER =
            Comparator.comparingLong(MetricPoint::step).thenComparingLong(MetricPoint::micros);

    private SeriesBuilder() {}

    /** The points by key, each in order. */
    public static Map<String, MetricSeries> byKey(List<MetricPoint> points) {
        Map<String, List<MetricPoint>> byKey = new LinkedHashMap<>();
        points.forEach(point ->
                byKey.computeIfAbsent(point.key(), _ -> new ArrayList<>()).add(point));
        Map<String, MetricSeries> series = new LinkedHashMap<>();
        byKey.forEach((key, some) -> series.put(key, series(some)));
        return series;
    }

    private static MetricSeries series(List<MetricPoint> points) {
        points.sort(ORDER);
        int size = points.size();
        MetricSeries series = new MetricSeries(new long[size], new long[size], new double[size]);
        for (int i = 0; i < size; i++) {
            MetricPoint point = points.get(i);
            series.steps()[i] = point.step();
            series.micros()[i] = point.micros();
            series.values()[i] = point.value();
        }
        return series;
    }

    /** All points of these, which are in order each, in order; what is equal stays in the order of the list. */
    public static MetricSeries merge(List<MetricSeries> series) {
        if (series.isEmpty()) {
            return MetricSeries.EMPTY;
        }
        if (areInOrder(series)) {
            return joined(series);
        }
        List<MetricSeries> left = series;
        while (left.size() > 1) {
            List<MetricSeries> merged = new ArrayList<>();
            for (int i = 0; i < left.size(); i += 2) {
                merged.add(i + 1 < left.size() ? merge(left.get(i), left.get(i + 1)) : left.get(i));
            }
            left = merged;
        }
        return left.getFirst();
    }

    private static boolean areInOrder(List<MetricSeries> series) {
        for (int i = 1; i < series.size(); i++) {
            MetricSeries before = series.get(i - 1);
            if (compare(before, before.size() - 1, series.get(i), 0) > 0) {
                return false;
            }
        }
        return true;
    }

    private static MetricSeries joined(List<MetricSeries> series) {
        int size = series.stream().mapToInt(MetricSeries::size).sum();
        MetricSeries all = new MetricSeries(new long[size], new long[size], new double[size]);
        int place = 0;
        for (MetricSeries part : series) {
            System.arraycopy(part.steps(), 0, all.steps(), place, part.size());
            System.arraycopy(part.micros(), 0, all.micros(), place, part.size());
            System.arraycopy(part.values(), 0, all.values(), place, part.size());
            place += part.size();
        }
        return all;
    }

    private static MetricSeries merge(MetricSeries first, MetricSeries second) {
        int size = first.size() + second.size();
        MetricSeries all = new MetricSeries(new long[size], new long[size], new double[size]);
        int one = 0;
        int two = 0;
        for (int i = 0; i < size; i++) {
            boolean takeFirst = two == second.size() || (one < first.size() && compare(first, one, second, two) <= 0);
            MetricSeries from = takeFirst ? first : second;
            int place = takeFirst ? one++ : two++;
            all.steps()[i] = from.steps()[place];
            all.micros()[i] = from.micros()[place];
            all.values()[i] = from.values()[place];
        }
        return all;
    }

    private static int compare(MetricSeries first, int one, MetricSeries second, int two) {
        int byStep = Long.compare(first.steps()[one], second.steps()[two]);
        return byStep != 0 ? byStep : Long.compare(first.micros()[one], second.micros()[two]);
    }

    /** The points from the first of these steps to the last. */
    public static MetricSeries between(MetricSeries series, long firstStep, long lastStep) {
        int begin = place(series.steps(), firstStep);
        int end = lastStep == Long.MAX_VALUE ? series.size() : place(series.steps(), lastStep + 1);
        return begin == 0 && end == series.size() ? series : series.at(IntStream.range(begin, Math.max(begin, end)));
    }

    /** The first place whose step is at least this one. */
    private static int place(long[] steps, long step) {
        int low = 0;
        int high = steps.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
