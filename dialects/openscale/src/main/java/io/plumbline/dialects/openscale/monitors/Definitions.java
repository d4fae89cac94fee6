package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.ProblemTypes;
import io.plumbline.dialects.openscale.wire.ApplicabilitySelection;
import io.plumbline.dialects.openscale.wire.ExpectedDirection;
import io.plumbline.dialects.openscale.wire.InputDataType;
import io.plumbline.dialects.openscale.wire.Metadata;
import io.plumbline.dialects.openscale.wire.MetricDefinition;
import io.plumbline.dialects.openscale.wire.MonitorDefinition;
import io.plumbline.dialects.openscale.wire.MonitorDefinitionEntity;
import io.plumbline.dialects.openscale.wire.ProblemType;
import io.plumbline.dialects.openscale.wire.TagDefinition;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.MonitorDefinition.Applicability;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Presence;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions of monitors as they go over the wire, told from what the core has. */
final class Definitions {
    /** Where definitions are found. */
    static final String COLLECTION = "/v2/monitor_definitions";
    /** What definitions are called in resource names. */
    static final String KIND = "monitor_definition";

    private Definitions() {}

    /** A definition that nobody made: it was there before. */
    static MonitorDefinition builtIn(io.plumbline.domain.monitor.MonitorDefinition definition, Id organization) {
        Metadata metadata = Metadata.builder()
                .id(definition.id())
                .crn(Envelope.resourceName(organization, KIND, definition.id()))
                .url(COLLECTION + "/" + definition.id())
                .build();
        return MonitorDefinition.builder()
                .metadata(metadata)
                .entity(entity(definition))
                .build();
    }

    /** What a definition says. */
    static MonitorDefinitionEntity entity(io.plumbline.domain.monitor.MonitorDefinition definition) {
        return MonitorDefinitionEntity.builder()
                .name(definition.name())
                .description(definition.description().isEmpty() ? null : definition.description())
                .metrics(definition.metrics().stream().map(Definitions::metric).toList())
                .tags(definition.tags().stream().map(Definitions::tag).toList())
                .appliesTo(applicability(definition.appliesTo()))
                .schedule(Schedules.wire(definition.schedule(), null))
                .build();
    }

    private static ApplicabilitySelection applicability(Applicability appliesTo) {
        return ApplicabilitySelection.builder()
                .problemType(problems(appliesTo.tasks()))
                .inputDataType(
                        appliesTo.inputs().isEmpty()
                                ? null
                                : appliesTo.inputs().stream()
                                        .sorted()
                                        .map(InputDataType::of)
                                        .toList())
                .targetType(
                        appliesTo.targets().isEmpty()
                                ? List.of(TargetType.SUBSCRIPTION)
                                : appliesTo.targets().stream()
                                        .sorted()
                                        .map(TargetType::of)
                                        .toList())
                .build();
    }

    private static @Nullable List<ProblemType> problems(Collection<Task> tasks) {
        return tasks.isEmpty()
                ? null
                : tasks.stream().sorted().flatMap(ProblemTypes::of).toList();
    }

    private static MetricDefinition metric(Metric metric) {
        return MetricDefinition.builder()
                .id(metric.id())
                .name(metric.name())
                .thresholds(Thresholds.defined(metric.limits()))
                .required(metric.presence() == Presence.REQUIRED ? true : null)
                .appliesTo(ApplicabilitySelection.builder()
                        .problemType(problems(metric.tasks()))
                        .build())
                .expectedDirection(direction(metric.direction()))
                .build();
    }

    private static TagDefinition tag(Tag tag) {
        return TagDefinition.builder()
                .id(tag.id())
                .name(tag.name())
                .description(tag.description())
                .required(tag.presence() == Presence.REQUIRED ? true : null)
                .build();
    }

    private static ExpectedDirection direction(Direction direction) {
        return switch (direction) {
            case INCREASING -> ExpectedDirection.INCREASING;
            case DECREASING -> ExpectedDirection.DECREASING;
            case UNKNOWN -> ExpectedDirection.UNKNOWN;
        };
    }
}
