package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MetricGroup;
import io.plumbline.dialects.openscale.wire.MetricInterval;
import io.plumbline.dialects.openscale.wire.MetricSeries;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.measurement.Series;
import io.plumbline.domain.measurement.Series.Limits;
import io.plumbline.domain.measurement.Series.Line;
import io.plumbline.domain.measurement.Series.Point;
import io.plumbline.domain.monitor.Monitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Metrics over time as they go over the wire: one list per metric and function, with an entry for every interval. */
final class SeriesDocuments {
    private SeriesDocuments() {}

    /** The metrics of a monitor over time. */
    static MetricSeries wire(Monitor monitor, MetricInterval interval, Series series) {
        Map<SortedMap<String, String>, Map<String, List<Line>>> groups = new LinkedHashMap<>();
        for (Line line : series.lines()) {
            groups.computeIfAbsent(line.tags(), tags -> new LinkedHashMap<>())
                    .computeIfAbsent(line.metric(), metric -> new ArrayList<>())
                    .add(line);
        }
        return MetricSeries.builder()
                .start(series.edges().getFirst())
                .end(series.edges().getLast())
                .interval(interval)
                .monitorDefinitionId(monitor.definition())
                .targetId(WireId.of(monitor.model()))
                .targetType(TargetType.SUBSCRIPTION)
                .groups(groups.entrySet().stream()
                        .map(group -> group(group.getKey(), group.getValue()))
                        .toList())
                .build();
    }

    private static MetricGroup group(SortedMap<String, String> tags, Map<String, List<Line>> metrics) {
        return MetricGroup.builder()
                .tags(MeasurementDocuments.tags(tags))
                .metrics(metrics.entrySet().stream()
                        .map(metric -> metric(metric.getKey(), metric.getValue()))
                        .toList())
                .build();
    }

    private static Map<String, JsonNode> metric(String id, List<Line> lines) {
        Map<String, JsonNode> metric = new LinkedHashMap<>();
        metric.put("id", Documents.tree((Object) id));
        List<Limits> limits =
                lines.getFirst().points().stream().map(Point::limits).toList();
        putLimits(metric, "lower_limit", limits, Limits::lower);
        putLimits(metric, "upper_limit", limits, Limits::upper);
        for (Line line : lines) {
            metric.put(
                    SeriesQueries.wire(line.function()).wireName(),
                    Documents.tree(Map.of(
                            "value", numbers(line.points(), Point::value), "measurement_id", measurements(line))));
        }
        return metric;
    }

    /** A side on which there is no limit at any time is left out. */
    private static void putLimits(
            Map<String, JsonNode> metric, String name, List<Limits> limits, Function<Limits, OptionalDouble> side) {
        if (limits.stream().map(side).anyMatch(OptionalDouble::isPresent)) {
            metric.put(name, Documents.tree((Object) numbers(limits, side)));
        }
    }

    private static <T> List<@Nullable Double> numbers(List<T> all, Function<T, OptionalDouble> number) {
        List<@Nullable Double> numbers = new ArrayList<>();
        for (T each : all) {
            OptionalDouble value = number.apply(each);
            numbers.add(value.isPresent() ? (Double) value.getAsDouble() : null);
        }
        return numbers;
    }

    private static List<@Nullable String> measurements(Line line) {
        List<@Nullable String> measurements = new ArrayList<>();
        for (Point point : line.points()) {
            measurements.add(point.measurement().map(WireId::of).orElse(null));
        }
        return measurements;
    }
}
