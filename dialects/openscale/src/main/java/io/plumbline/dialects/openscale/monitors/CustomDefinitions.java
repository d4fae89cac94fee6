package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Elements;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.ProblemTypes;
import io.plumbline.dialects.openscale.wire.ApplicabilitySelection;
import io.plumbline.dialects.openscale.wire.ExpectedDirection;
import io.plumbline.dialects.openscale.wire.InputDataType;
import io.plumbline.dialects.openscale.wire.MetricDefinition;
import io.plumbline.dialects.openscale.wire.MonitorDefinition;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionEntity;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionRequest;
import io.plumbline.dialects.openscale.wire.MonitorSchedules;
import io.plumbline.dialects.openscale.wire.Schedule;
import io.plumbline.dialects.openscale.wire.TagDefinition;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.MonitorDefinition.Applicability;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Presence;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Definitions that users made. Their words are kept beside what the core makes of them, because the dialect knows more: recommendations,
 * problem types that are one task to the core, who manages a monitor.
 */
final class CustomDefinitions {
    private CustomDefinitions() {}

    /**
     * The definition that a request describes.
     *
     * @param provider of its metrics, where the request names one
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static CustomMonitor custom(Header header, String id, Optional<Id> provider, MonitorDefinitionRequest request) {
        ParametersSchema.verify(request.parametersSchema());
        MonitorDefinitionEntity entity = complete(request);
        return new CustomMonitor(header, core(id, entity), provider, Documents.of(entity));
    }

    private static MonitorDefinitionEntity complete(MonitorDefinitionRequest request) {
        return MonitorDefinitionEntity.builder()
                .name(request.name())
                .description(request.description())
                .metrics(Elements.of("metrics", request.metrics()).stream()
                        .map(CustomDefinitions::complete)
                        .toList())
                .tags(Elements.of("tags", request.tags()).stream()
                        .map(CustomDefinitions::complete)
                        .toList())
                .appliesTo(request.appliesTo())
                .parametersSchema(request.parametersSchema())
                .managedBy(request.managedBy())
                .schedule(request.schedule())
                .schedules(request.schedules())
                .monitorRuntime(request.monitorRuntime())
                .build();
    }

    private static MetricDefinition complete(MetricDefinition metric) {
        return new MetricDefinition(
                metric.id() == null ? Slug.of(metric.name()) : metric.id(),
                metric.name(),
                metric.description(),
                metric.thresholds(),
                metric.required(),
                metric.appliesTo(),
                metric.expectedDirection(),
                metric.defaultAggregation());
    }

    private static TagDefinition complete(TagDefinition tag) {
        return new TagDefinition(
                tag.id() == null ? Slug.of(tag.name()) : tag.id(), tag.name(), tag.description(), tag.required());
    }

    private static io.plumbline.domain.monitor.MonitorDefinition core(String id, MonitorDefinitionEntity entity) {
        return new io.plumbline.domain.monitor.MonitorDefinition(
                id,
                entity.name(),
                Objects.requireNonNullElse(entity.description(), ""),
                entity.metrics().stream().map(CustomDefinitions::metric).toList(),
                entity.tags().stream().map(CustomDefinitions::tag).toList(),
                applicability(entity.appliesTo()),
                Schedules.core(schedule(entity)));
    }

    /** Models of this dialect are served online. */
    private static @Nullable Schedule schedule(MonitorDefinitionEntity entity) {
        MonitorSchedules schedules = entity.schedules();
        return schedules == null || schedules.online() == null ? entity.schedule() : schedules.online();
    }

    private static Metric metric(MetricDefinition metric) {
        Set<Task> tasks = tasks(metric.appliesTo());
        return new Metric(
                Objects.requireNonNull(metric.id()),
                metric.name(),
                direction(metric.expectedDirection()),
                Thresholds.limits(Elements.of("metrics.thresholds", metric.thresholds())),
                tasks.isEmpty() ? EnumSet.allOf(Task.class) : tasks,
                presence(metric.required()));
    }

    private static Tag tag(TagDefinition tag) {
        return new Tag(
                Objects.requireNonNull(tag.id()),
                tag.name(),
                Objects.requireNonNullElse(tag.description(), ""),
                presence(tag.required()));
    }

    private static Presence presence(@Nullable Boolean required) {
        return Boolean.TRUE.equals(required) ? Presence.REQUIRED : Presence.OPTIONAL;
    }

    private static Direction direction(@Nullable ExpectedDirection direction) {
        return switch (direction) {
            case INCREASING -> Direction.INCREASING;
            case DECREASING -> Direction.DECREASING;
            case UNKNOWN -> Direction.UNKNOWN;
            case null -> Direction.UNKNOWN;
        };
    }

    private static Applicability applicability(@Nullable ApplicabilitySelection selection) {
        return selection == null
                ? Applicability.ALL
                : new Applicability(
                        tasks(selection),
                        Elements.of("applies_to.input_data_type", selection.inputDataType()).stream()
                                .map(InputDataType::wireName)
                                .collect(Collectors.toSet()),
                        Elements.of("applies_to.target_type", selection.targetType()).stream()
                                .map(TargetType::wireName)
                                .collect(Collectors.toSet()));
    }

    private static Set<Task> tasks(@Nullable ApplicabilitySelection selection) {
        return selection == null
                ? Set.of()
                : Elements.of("applies_to.problem_type", selection.problemType()).stream()
                        .map(ProblemTypes::task)
                        .collect(Collectors.toSet());
    }

    /** The definition as it goes over the wire. */
    static MonitorDefinition wire(CustomMonitor custom) {
        return MonitorDefinition.builder()
                .metadata(Envelope.metadata(
                        custom.header(), custom.definition().id(), Definitions.KIND, Definitions.COLLECTION))
                .entity(entity(custom))
                .build();
    }

    /** The words that were kept, unless the core has learnt something else since. */
    static MonitorDefinitionEntity entity(CustomMonitor custom) {
        return kept(custom)
                .filter(kept -> core(custom.definition().id(), kept).equals(custom.definition()))
                .orElseGet(() -> Definitions.entity(custom.definition()));
    }

    /** The form of the parameters of its monitors, where it has one. */
    static @Nullable Map<String, JsonNode> parametersSchema(CustomMonitor custom) {
        return kept(custom).map(MonitorDefinitionEntity::parametersSchema).orElse(null);
    }

    private static Optional<MonitorDefinitionEntity> kept(CustomMonitor custom) {
        JsonNode attributes = Documents.tree(custom.attributes());
        List<String> required = List.of("name", "metrics", "tags");
        return required.stream().allMatch(attributes::has)
                ? Optional.of(Documents.value(attributes, MonitorDefinitionEntity.class))
                : Optional.empty();
    }
}
