package io.plumbline.dialects.modellab;

import io.plumbline.dialects.modellab.wire.FacetValuesAttributes;
import io.plumbline.dialects.modellab.wire.MetricStatRange;
import io.plumbline.dialects.modellab.wire.NumericRange;
import io.plumbline.dialects.modellab.wire.RunFacetType;
import io.plumbline.dialects.modellab.wire.RunState;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.FacetValues.NumberRange;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.RunAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs are filtered by.
 *
 * @param field that the core knows
 * @param text a value as the dialect writes it
 * @param unit of the core's numbers, in the dialect's
 */
record Facet(Field field, UnaryOperator<String> text, double unit) {
    private static final double SECOND = 1.0 / TimeUnit.SECONDS.toMicros(1);
    private static final Map<String, Facet> ATTRIBUTES = Map.of(
            "name", texts(RunAttribute.NAME, UnaryOperator.identity()),
            "status", texts(RunAttribute.STATUS, name -> RunState.valueOf(name).wireName()),
            "owner_id", texts(RunAttribute.OWNER_USER, id -> UserId.of(Id.of(id))),
            "duration", times(RunAttribute.DURATION),
            "created_at", times(RunAttribute.CREATED_AT),
            "started_at", times(RunAttribute.STARTED_AT),
            "completed_at", times(RunAttribute.ENDED_AT),
            "updated_at", times(RunAttribute.UPDATED_AT));

    private static Facet texts(RunAttribute attribute, UnaryOperator<String> text) {
        return new Facet(new Field.Of(attribute), text, 1);
    }

    private static Facet times(RunAttribute attribute) {
        return new Facet(new Field.Of(attribute), UnaryOperator.identity(), SECOND);
    }

    /**
     * The facet of this kind and name.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} for an attribute that runs do not have
     */
    static Facet of(RunFacetType type, String name) {
        return switch (type) {
            case PARAMETER -> new Facet(new Field.Param(name), UnaryOperator.identity(), 1);
            case TAG -> new Facet(new Field.Tag(name), UnaryOperator.identity(), 1);
            case METRIC -> new Facet(new Field.Metric(name, MetricStatistic.LATEST), UnaryOperator.identity(), 1);
            case ATTRIBUTE ->
                Optional.ofNullable(ATTRIBUTES.get(name))
                        .orElseThrow(() -> PlumblineException.invalid(
                                "facet_name",
                                "the parameter facet_name must be one of "
                                        + String.join(", ", new TreeSet<>(ATTRIBUTES.keySet()))
                                        + " where facet_type is attribute"));
        };
    }

    /** Its values in the words of the dialect. */
    FacetValuesAttributes wire(RunFacetType type, String name, FacetValues values) {
        return FacetValuesAttributes.builder()
                .facetName(name)
                .facetType(type.wireName())
                .values(values.values().stream().map(text).toList())
                .numericRange(values.range().map(this::range).orElse(null))
                .metricStatRanges(statistics(values.statistics()))
                .build();
    }

    private NumericRange range(NumberRange range) {
        return new NumericRange(range.min() * unit, range.max() * unit);
    }

    private static @Nullable List<MetricStatRange> statistics(Map<MetricStatistic, NumberRange> ranges) {
        return ranges.isEmpty()
                ? null
                : new TreeMap<>(ranges)
                        .entrySet().stream()
                                .map(entry -> statistic(entry.getKey(), entry.getValue()))
                                .toList();
    }

    private static MetricStatRange statistic(MetricStatistic statistic, NumberRange range) {
        return new MetricStatRange(name(statistic), range.min(), range.max());
    }

    private static String name(MetricStatistic statistic) {
        return switch (statistic) {
            case LATEST -> "latest";
            case MIN -> "min";
            case MAX -> "max";
            case MEAN -> "mean";
            case STANDARD_DEVIATION -> "stddev";
            case COUNT -> "count";
        };
    }
}
