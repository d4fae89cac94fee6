package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Envelope;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.MonitorInstance;
import io.plumbline.dialects.openscale.wire.MonitorInstanceEntity;
import io.plumbline.dialects.openscale.wire.MonitorInstanceRequest;
import io.plumbline.dialects.openscale.wire.MonitorInstanceState;
import io.plumbline.dialects.openscale.wire.MonitorInstanceStatus;
import io.plumbline.dialects.openscale.wire.RecordsCountExpansion;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Backlog;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Monitors and the monitor instances that stand for them on the wire. */
final class MonitorInstances {
    private MonitorInstances() {}

    /**
     * The monitor that a request describes.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static Monitor monitor(Header header, Id model, MonitorInstanceRequest request) {
        MonitorFacts facts = new MonitorFacts(
                request.dataMartId(),
                request.schedule() == null ? null : request.schedule().repeatType(),
                request.scheduleId());
        return new Monitor(
                header,
                request.monitorDefinitionId(),
                model,
                Objects.requireNonNullElse(request.managedBy(), ""),
                Thresholds.core(Objects.requireNonNullElse(request.thresholds(), List.of())),
                Schedules.core(request.schedule()),
                Documents.facts(request.parameters()),
                Documents.of(facts));
    }

    /**
     * The monitor after a patch of what goes over the wire.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the patch makes no sense, or changes what cannot be
     *     changed
     */
    static Monitor patched(Monitor kept, MonitorDefinition definition, List<JsonPatchOperation> patch) {
        MonitorInstanceEntity before = entity(kept).build();
        MonitorInstanceRequest after =
                Documents.value(Documents.patchedEntity(before, patch), MonitorInstanceRequest.class);
        fixed("data_mart_id", before.dataMartId(), after.dataMartId());
        fixed("monitor_definition_id", before.monitorDefinitionId(), after.monitorDefinitionId());
        fixed("target", before.target(), after.target());
        Thresholds.check(definition, Objects.requireNonNullElse(after.thresholds(), List.of()));
        return monitor(kept.header(), kept.model(), after);
    }

    private static void fixed(String field, Object before, Object after) {
        if (!before.equals(after)) {
            throw PlumblineException.invalid(field, "the field " + field + " cannot be changed");
        }
    }

    /** A monitor of one subscription for another: with its limits, schedule and parameters, in the data mart of the other. */
    static Monitor copy(Header header, Monitor source, Model target) {
        MonitorFacts facts = facts(source);
        String dataMart = target.store().map(WireId::of).orElse(facts.dataMartId());
        return new Monitor(
                header,
                source.definition(),
                target.id(),
                source.managedBy(),
                source.thresholds(),
                source.schedule(),
                source.parameters(),
                Documents.of(new MonitorFacts(dataMart, facts.repeatType(), facts.scheduleId())));
    }

    /** The id of the data mart that the monitor's subscription lies in. */
    static String dataMart(Monitor monitor) {
        return facts(monitor).dataMartId();
    }

    /** Whether the monitor is this dialect's. */
    static boolean isInstance(Monitor monitor) {
        return facts(monitor).dataMartId() != null;
    }

    /** The monitor as it goes over the wire. */
    static MonitorInstance wire(Monitor monitor) {
        return wire(monitor, Optional.empty(), List.of());
    }

    /** The monitor as it goes over the wire, with those of its records' counts that are asked for. */
    static MonitorInstance wire(Monitor monitor, Optional<Backlog> backlog, List<RecordsCountExpansion> expand) {
        MonitorInstanceEntity.Builder entity = entity(monitor);
        backlog.ifPresent(counted -> RecordsCounts.put(entity, counted, expand));
        return MonitorInstance.builder()
                .metadata(Envelope.metadata(monitor.header(), "monitor_instance", "/v2/monitor_instances"))
                .entity(entity.build())
                .build();
    }

    private static MonitorInstanceEntity.Builder entity(Monitor monitor) {
        MonitorFacts facts = facts(monitor);
        return MonitorInstanceEntity.builder()
                .dataMartId(facts.dataMartId())
                .monitorDefinitionId(monitor.definition())
                .target(target(monitor.model()))
                .parameters(Documents.fields(monitor.parameters()))
                .thresholds(Thresholds.wire(monitor.thresholds()))
                .schedule(Schedules.wire(monitor.schedule(), facts.repeatType()))
                .scheduleId(facts.scheduleId())
                .managedBy(monitor.managedBy().isEmpty() ? null : monitor.managedBy())
                .status(MonitorInstanceStatus.builder()
                        .state(MonitorInstanceState.ACTIVE)
                        .build());
    }

    /** What a monitor watches. */
    static Target target(Id model) {
        return Target.builder()
                .targetType(TargetType.SUBSCRIPTION)
                .targetId(WireId.of(model))
                .build();
    }

    private static MonitorFacts facts(Monitor monitor) {
        return Documents.read(monitor.attributes(), MonitorFacts.class);
    }
}
