package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Lookup;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.FeedbackTables;
import io.plumbline.dialects.openscale.models.References;
import io.plumbline.dialects.openscale.wire.MonitorInstance;
import io.plumbline.dialects.openscale.wire.MonitorInstanceEntity;
import io.plumbline.dialects.openscale.wire.MonitorInstanceList;
import io.plumbline.dialects.openscale.wire.MonitorInstanceRequest;
import io.plumbline.dialects.openscale.wire.MonitorInstancesApi;
import io.plumbline.dialects.openscale.wire.Schedule;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the operations on monitor instances. They are kept as they were configured; nothing is measured by them yet. */
public final class MonitorInstancesAdapter implements MonitorInstancesApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String QUALITY = "quality";

    private final Monitors monitors;
    private final References references;
    private final FeedbackTables feedbackTables;

    /** Over these monitors; what their fields name is looked for among the references, and monitors of quality bring a feedback table. */
    public MonitorInstancesAdapter(Monitors monitors, References references, FeedbackTables feedbackTables) {
        this.monitors = monitors;
        this.references = references;
        this.feedbackTables = feedbackTables;
    }

    @Override
    public Answer<MonitorInstance> addMonitorInstance(
            Call call, AddMonitorInstanceQuery query, MonitorInstanceRequest body) {
        Caller caller = call.caller();
        MonitorDefinition definition = MonitorInstances.definition(body.monitorDefinitionId());
        Model model = subscription(caller, body);
        References.requireSameProject(
                "monitor", references.project(caller, Place.of(query.projectId(), query.spaceId())), model);
        @Nullable Schedule schedule = Boolean.TRUE.equals(query.skipScheduler()) ? null : body.schedule();
        MonitorInstanceRequest complete = complete(definition, model, schedule, body);
        Monitor added = monitors.add(caller, definition, model, header -> made(caller, header, model, complete));
        return Answer.of(MonitorInstances.wire(added)).withStatus(CREATED);
    }

    private Model subscription(Caller caller, MonitorInstanceRequest request) {
        Target target = request.target();
        if (target.targetType() != TargetType.SUBSCRIPTION || target.targetId() == null) {
            throw PlumblineException.invalid("target", "the field target must be a subscription, with its target_id");
        }
        Model model = references.subscription(caller, "target.target_id", target.targetId());
        if (!model.store().equals(WireId.parse(request.dataMartId()))) {
            throw PlumblineException.invalid(
                    "data_mart_id",
                    "the field data_mart_id names " + request.dataMartId()
                            + ", which is not the data mart of the subscription");
        }
        return model;
    }

    private static MonitorInstanceRequest complete(
            MonitorDefinition definition, Model model, @Nullable Schedule schedule, MonitorInstanceRequest request) {
        return new MonitorInstanceRequest(
                request.dataMartId(),
                request.monitorDefinitionId(),
                request.target(),
                request.parameters(),
                Thresholds.complete(
                        definition, model.task(), Objects.requireNonNullElse(request.thresholds(), List.of())),
                schedule,
                request.scheduleId(),
                request.managedBy());
    }

    /** The feedback table is made only once the monitor may be added. */
    private Monitor made(Caller caller, Header header, Model model, MonitorInstanceRequest request) {
        Monitor monitor = MonitorInstances.monitor(header, model.id(), request);
        if (monitor.definition().equals(QUALITY)) {
            feedbackTables.addMissing(caller, model);
        }
        return monitor;
    }

    @Override
    public MonitorInstance getMonitorInstance(Call call, String monitorInstanceId, GetMonitorInstanceQuery query) {
        return MonitorInstances.wire(found(call.caller(), monitorInstanceId));
    }

    @Override
    public MonitorInstanceList listMonitorInstances(Call call, ListMonitorInstancesQuery query) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return MonitorInstanceList.builder()
                .monitorInstances(monitors.list(call.caller()).stream()
                        .filter(MonitorInstances::isInstance)
                        .filter(monitor -> place.has(monitor.header()))
                        .map(MonitorInstances::wire)
                        .filter(instance -> isWanted(query, instance.entity()))
                        .toList())
                .build();
    }

    private static boolean isWanted(ListMonitorInstancesQuery query, MonitorInstanceEntity entity) {
        return isAmong(query.dataMartId(), entity.dataMartId())
                && isAmong(query.monitorDefinitionId(), entity.monitorDefinitionId())
                && isAmong(query.targetTargetId(), entity.target().targetId())
                && isAmong(query.targetTargetType(), entity.target().targetType());
    }

    private static <T> boolean isAmong(@Nullable List<T> wanted, @Nullable T value) {
        return wanted == null || wanted.stream().anyMatch(each -> each.equals(value));
    }

    @Override
    public Answer<MonitorInstance> patchMonitorInstance(
            Call call, String monitorInstanceId, PatchMonitorInstanceQuery query, List<JsonPatchOperation> body) {
        Id id = found(call.caller(), monitorInstanceId).id();
        Monitor changed = monitors.change(call.caller(), id, kept -> MonitorInstances.patched(kept, body));
        return Answer.of(MonitorInstances.wire(changed)).withStatus(OK);
    }

    @Override
    public void deleteMonitorInstance(Call call, String monitorInstanceId, DeleteMonitorInstanceQuery query) {
        monitors.remove(call.caller(), found(call.caller(), monitorInstanceId).id());
    }

    private Monitor found(Caller caller, String monitorInstanceId) {
        Optional<Monitor> found = Lookup.found(monitorInstanceId, id -> monitors.find(caller, id));
        return found.filter(MonitorInstances::isInstance)
                .orElseThrow(() -> PlumblineException.notFound("monitor instance", monitorInstanceId));
    }
}
