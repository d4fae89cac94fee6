package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.wire.ApplicabilitySelection;
import io.plumbline.dialects.openscale.wire.ExpectedDirection;
import io.plumbline.dialects.openscale.wire.Metadata;
import io.plumbline.dialects.openscale.wire.MetricDefinition;
import io.plumbline.dialects.openscale.wire.MetricThreshold;
import io.plumbline.dialects.openscale.wire.MonitorDefinition;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionEntity;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionList;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionType;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionsApi;
import io.plumbline.dialects.openscale.wire.ProblemType;
import io.plumbline.dialects.openscale.wire.TagDefinition;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.dialects.openscale.wire.ThresholdType;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Limit;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import io.plumbline.http.Call;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definitions of monitors. */
public final class MonitorDefinitionsAdapter implements MonitorDefinitionsApi {
    @Override
    public MonitorDefinitionList listMonitorDefinitions(Call call, ListMonitorDefinitionsQuery query) {
        List<MonitorDefinition> found = BuiltInMonitors.all().stream()
                .filter(definition -> query.type() != MonitorDefinitionType.USER)
                .filter(definition -> query.name() == null || query.name().contains(definition.name()))
                .map(definition -> wire(definition, call.organization()))
                .toList();
        return MonitorDefinitionList.builder().monitorDefinitions(found).build();
    }

    @Override
    public MonitorDefinition getMonitorDefinition(
            Call call, String monitorDefinitionId, GetMonitorDefinitionQuery query) {
        return BuiltInMonitors.find(monitorDefinitionId)
                .map(definition -> wire(definition, call.organization()))
                .orElseThrow(() -> PlumblineException.notFound("monitor definition", monitorDefinitionId));
    }

    private static MonitorDefinition wire(io.plumbline.domain.monitor.MonitorDefinition definition, Id organization) {
        Metadata metadata = Metadata.builder()
                .id(definition.id())
                .crn(Envelope.resourceName(organization, "monitor_definition", definition.id()))
                .url("/v2/monitor_definitions/" + definition.id())
                .build();
        MonitorDefinitionEntity entity = MonitorDefinitionEntity.builder()
                .name(definition.name())
                .description(definition.description())
                .metrics(definition.metrics().stream()
                        .map(MonitorDefinitionsAdapter::metric)
                        .toList())
                .tags(definition.tags().stream()
                        .map(MonitorDefinitionsAdapter::tag)
                        .toList())
                .appliesTo(ApplicabilitySelection.builder()
                        .targetType(List.of(TargetType.SUBSCRIPTION))
                        .build())
                .build();
        return MonitorDefinition.builder().metadata(metadata).entity(entity).build();
    }

    private static MetricDefinition metric(Metric metric) {
        return MetricDefinition.builder()
                .id(metric.id())
                .name(metric.name())
                .thresholds(metric.limits().stream()
                        .map(MonitorDefinitionsAdapter::threshold)
                        .toList())
                .appliesTo(ApplicabilitySelection.builder()
                        .problemType(metric.tasks().stream()
                                .flatMap(MonitorDefinitionsAdapter::problems)
                                .toList())
                        .build())
                .expectedDirection(direction(metric.direction()))
                .build();
    }

    private static MetricThreshold threshold(Limit limit) {
        return MetricThreshold.builder()
                .type(limit.side() == Side.LOWER ? ThresholdType.LOWER_LIMIT : ThresholdType.UPPER_LIMIT)
                ._default(value(limit))
                .build();
    }

    private static @Nullable Double value(Limit limit) {
        return limit.value().isPresent() ? (Double) limit.value().getAsDouble() : null;
    }

    private static TagDefinition tag(Tag tag) {
        return TagDefinition.builder()
                .id(tag.id())
                .name(tag.name())
                .description(tag.description())
                .build();
    }

    private static ExpectedDirection direction(Direction direction) {
        return switch (direction) {
            case INCREASING -> ExpectedDirection.INCREASING;
            case DECREASING -> ExpectedDirection.DECREASING;
            case UNKNOWN -> ExpectedDirection.UNKNOWN;
        };
    }

    /** The dialect knows no ranking, and tells several tasks of generation apart. */
    private static Stream<ProblemType> problems(Task task) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> Stream.of(ProblemType.BINARY);
            case MULTICLASS_CLASSIFICATION -> Stream.of(ProblemType.MULTICLASS);
            case REGRESSION -> Stream.of(ProblemType.REGRESSION);
            case GENERATION ->
                Stream.of(
                        ProblemType.QUESTION_ANSWERING,
                        ProblemType.SUMMARIZATION,
                        ProblemType.RETRIEVAL_AUGMENTED_GENERATION,
                        ProblemType.CLASSIFICATION,
                        ProblemType.GENERATION,
                        ProblemType.CODE,
                        ProblemType.EXTRACTION);
            case RANKING, UNKNOWN -> Stream.empty();
        };
    }
}
