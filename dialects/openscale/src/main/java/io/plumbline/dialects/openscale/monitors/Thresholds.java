package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.wire.MetricThresholdOverride;
import io.plumbline.dialects.openscale.wire.SpecificThresholdOverride;
import io.plumbline.dialects.openscale.wire.ThresholdType;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Limit;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The limits of the metrics of a monitor. */
final class Thresholds {
    private Thresholds() {}

    /**
     * The given ones, and those of the definition that are not given and suit the task.
     *
     * @param task of the model; where it is not known, all suit
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a given one makes no sense
     */
    static List<MetricThresholdOverride> complete(
            MonitorDefinition definition, Task task, List<MetricThresholdOverride> given) {
        check(definition, given);
        List<MetricThresholdOverride> complete = new ArrayList<>(given);
        definition.metrics().stream()
                .filter(metric -> task == Task.UNKNOWN || metric.tasks().contains(task))
                .flatMap(Thresholds::defaults)
                .filter(limit -> given.stream().noneMatch(override -> isSameLimit(override, limit)))
                .forEach(complete::add);
        return complete;
    }

    private static Stream<MetricThresholdOverride> defaults(Metric metric) {
        return metric.limits().stream()
                .filter(limit -> limit.value().isPresent())
                .map(limit -> MetricThresholdOverride.builder()
                        .metricId(metric.id())
                        .type(type(limit))
                        .value(limit.value().getAsDouble())
                        .build());
    }

    private static boolean isSameLimit(MetricThresholdOverride one, MetricThresholdOverride other) {
        return one.metricId().equals(other.metricId()) && one.type() == other.type();
    }

    private static ThresholdType type(Limit limit) {
        return limit.side() == Side.LOWER ? ThresholdType.LOWER_LIMIT : ThresholdType.UPPER_LIMIT;
    }

    /**
     * Fails where one is of a metric that the definition does not have, or holds nothing.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field, and the metrics there are
     */
    static void check(MonitorDefinition definition, List<MetricThresholdOverride> thresholds) {
        requireEach("thresholds", thresholds);
        for (int i = 0; i < thresholds.size(); i++) {
            String field = "thresholds[" + i + "]";
            checkMetric(definition, field + ".metric_id", thresholds.get(i).metricId());
            checkSpecific(field + ".specific_values", thresholds.get(i).specificValues());
        }
    }

    private static void checkMetric(MonitorDefinition definition, String field, String metric) {
        List<String> known = definition.metrics().stream().map(Metric::id).toList();
        if (!known.contains(metric)) {
            throw PlumblineException.invalid(
                    field,
                    "the field " + field + " names no metric of " + definition.id() + ", which has "
                            + String.join(", ", known));
        }
    }

    private static void checkSpecific(String field, @Nullable List<SpecificThresholdOverride> specific) {
        if (specific != null) {
            requireEach(field, specific);
            specific.forEach(value -> requireEach(field + ".applies_to", value.appliesTo()));
        }
    }

    private static void requireEach(String field, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                String place = field + "[" + i + "]";
                throw PlumblineException.invalid(place, "the field " + place + " is missing");
            }
        }
    }
}
