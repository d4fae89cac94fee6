package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Elements;
import io.plumbline.dialects.openscale.wire.MetricThreshold;
import io.plumbline.dialects.openscale.wire.MetricThresholdOverride;
import io.plumbline.dialects.openscale.wire.SpecificThreshold;
import io.plumbline.dialects.openscale.wire.SpecificThresholdOverride;
import io.plumbline.dialects.openscale.wire.ThresholdCondition;
import io.plumbline.dialects.openscale.wire.ThresholdType;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Limit;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.monitor.Threshold.Condition;
import io.plumbline.domain.monitor.Threshold.Specific;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The limits of the metrics of a monitor. */
final class Thresholds {
    private Thresholds() {}

    /** The limits that a request names, as the core has them. */
    static List<Threshold> core(List<MetricThresholdOverride> thresholds) {
        return thresholds.stream()
                .map(each -> new Threshold(
                        each.metricId(), side(each.type()), optional(each.value()), specific(each.specificValues())))
                .toList();
    }

    /** The limits of a metric that a definition names. */
    static List<Limit> limits(List<MetricThreshold> thresholds) {
        return thresholds.stream()
                .map(each ->
                        new Limit(side(each.type()), optional(each._default()), definedSpecific(each.specificValues())))
                .toList();
    }

    private static List<Specific> definedSpecific(@Nullable List<SpecificThreshold> specific) {
        return Elements.of("metrics.thresholds.specific_values", specific).stream()
                .map(each -> new Specific(each._default(), conditions(each.appliesTo())))
                .toList();
    }

    private static List<Condition> conditions(List<ThresholdCondition> conditions) {
        return Elements.of("applies_to", conditions).stream()
                .map(Thresholds::condition)
                .toList();
    }

    private static Side side(ThresholdType type) {
        return type == ThresholdType.LOWER_LIMIT ? Side.LOWER : Side.UPPER;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static List<Specific> specific(@Nullable List<SpecificThresholdOverride> specific) {
        return specific == null
                ? List.of()
                : specific.stream()
                        .map(each -> new Specific(each.value(), conditions(each.appliesTo())))
                        .toList();
    }

    private static Condition condition(ThresholdCondition condition) {
        return new Condition(condition.type(), Objects.requireNonNullElse(condition.key(), ""), condition.value());
    }

    /** The limits of a metric of a definition as they go over the wire. */
    static List<MetricThreshold> defined(List<Limit> limits) {
        return limits.stream()
                .map(limit -> MetricThreshold.builder()
                        .type(type(limit.side()))
                        ._default(boxed(limit.value()))
                        .build())
                .toList();
    }

    private static ThresholdType type(Side side) {
        return side == Side.LOWER ? ThresholdType.LOWER_LIMIT : ThresholdType.UPPER_LIMIT;
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    /** Limits as they go over the wire. */
    static List<MetricThresholdOverride> wire(List<Threshold> thresholds) {
        return thresholds.stream()
                .map(each -> MetricThresholdOverride.builder()
                        .metricId(each.metric())
                        .type(type(each.side()))
                        .value(boxed(each.value()))
                        .specificValues(
                                each.specific().isEmpty()
                                        ? null
                                        : each.specific().stream()
                                                .map(Thresholds::wire)
                                                .toList())
                        .build())
                .toList();
    }

    private static SpecificThresholdOverride wire(Specific specific) {
        return SpecificThresholdOverride.builder()
                .value(specific.value())
                .appliesTo(specific.conditions().stream().map(Thresholds::wire).toList())
                .build();
    }

    private static ThresholdCondition wire(Condition condition) {
        return ThresholdCondition.builder()
                .type(condition.type())
                .key(condition.key().isEmpty() ? null : condition.key())
                .value(condition.value())
                .build();
    }

    /**
     * Fails where one is of a metric that the definition does not have, or holds nothing.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field, and the metrics there are
     */
    static void check(MonitorDefinition definition, List<MetricThresholdOverride> thresholds) {
        Elements.of("thresholds", thresholds);
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
            Elements.of(field, specific).forEach(value -> Elements.of(field + ".applies_to", value.appliesTo()));
        }
    }
}
