package io.plumbline.dialects.openscale.monitors;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.dialects.openscale.Place;
import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.FeedbackTables;
import io.plumbline.dialects.openscale.models.References;
import io.plumbline.dialects.openscale.wire.MonitorInstance;
import io.plumbline.dialects.openscale.wire.MonitorInstanceEntity;
import io.plumbline.dialects.openscale.wire.MonitorInstanceList;
import io.plumbline.dialects.openscale.wire.MonitorInstanceRequest;
import io.plumbline.dialects.openscale.wire.MonitorInstancesApi;
import io.plumbline.dialects.openscale.wire.RecordsCountExpansion;
import io.plumbline.dialects.openscale.wire.Schedule;
import io.plumbline.dialects.openscale.wire.Target;
import io.plumbline.dialects.openscale.wire.TargetType;
import io.plumbline.domain.Header;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Backlog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.BuiltInMonitors;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers the operations on monitor instances. */
public final class MonitorInstancesAdapter implements MonitorInstancesApi {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final Monitors monitors;
    private final MonitorDefinitions definitions;
    private final MonitorsInView view;
    private final References references;
    private final FeedbackTables feedbackTables;
    private final Function<Monitor, Optional<Backlog>> backlog;

    /**
     * Over these monitors; what their fields name is looked for among the references.
     *
     * @param feedbackTables that monitors of quality bring
     * @param backlog counts the records of a monitor
     */
    public MonitorInstancesAdapter(
            Monitors monitors,
            MonitorDefinitions definitions,
            References references,
            FeedbackTables feedbackTables,
            Function<Monitor, Optional<Backlog>> backlog) {
        this.monitors = monitors;
        this.definitions = definitions;
        this.view = new MonitorsInView(monitors);
        this.references = references;
        this.feedbackTables = feedbackTables;
        this.backlog = backlog;
    }

    @Override
    public Answer<MonitorInstance> addMonitorInstance(
            Call call, AddMonitorInstanceQuery query, MonitorInstanceRequest body) {
        Caller caller = call.caller();
        MonitorDefinition definition = definition(caller, body.monitorDefinitionId());
        Model model = subscription(caller, body);
        References.requireSameProject(
                "monitor", references.project(caller, Place.of(query.projectId(), query.spaceId())), model);
        Thresholds.check(definition, Objects.requireNonNullElse(body.thresholds(), List.of()));
        checkParameters(caller, definition, body.parameters());
        MonitorInstanceRequest complete =
                with(Boolean.TRUE.equals(query.skipScheduler()) ? null : schedule(definition, body), body);
        Monitor added = monitors.add(caller, definition, model, header -> made(caller, header, model, complete));
        return Answer.of(MonitorInstances.wire(added)).withStatus(CREATED);
    }

    /** A field that names no definition tells those that there are. */
    private MonitorDefinition definition(Caller caller, String id) {
        return definitions.list(caller).stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> PlumblineException.invalid(
                        "monitor_definition_id",
                        "the field monitor_definition_id names " + id + ", which is none of "
                                + definitions.list(caller).stream()
                                        .map(MonitorDefinition::id)
                                        .collect(Collectors.joining(", "))));
    }

    private void checkParameters(
            Caller caller, MonitorDefinition definition, @Nullable Map<String, JsonNode> parameters) {
        if (BuiltInMonitors.find(definition.id()).isEmpty()) {
            CustomMonitor custom = definitions.findCustom(caller, definition.id());
            ParametersSchema.check(CustomDefinitions.parametersSchema(custom), parameters);
        }
    }

    private static @Nullable Schedule schedule(MonitorDefinition definition, MonitorInstanceRequest request) {
        return request.schedule() == null ? Schedules.wire(definition.schedule(), null) : request.schedule();
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

    private static MonitorInstanceRequest with(@Nullable Schedule schedule, MonitorInstanceRequest request) {
        return new MonitorInstanceRequest(
                request.dataMartId(),
                request.monitorDefinitionId(),
                request.target(),
                request.parameters(),
                request.thresholds(),
                schedule,
                request.scheduleId(),
                request.managedBy());
    }

    /** The feedback table is made only once the monitor may be added. */
    private Monitor made(Caller caller, Header header, Model model, MonitorInstanceRequest request) {
        Monitor monitor = MonitorInstances.monitor(header, model.id(), request);
        feedbackTables.addFor(caller, model, monitor.definition());
        return monitor;
    }

    @Override
    public MonitorInstance getMonitorInstance(Call call, String monitorInstanceId, GetMonitorInstanceQuery query) {
        Monitor monitor = view.find(call.caller(), monitorInstanceId);
        List<RecordsCountExpansion> expand = Objects.requireNonNullElse(query.expand(), List.of());
        Optional<Backlog> counted = expand.isEmpty() ? Optional.empty() : backlog.apply(monitor);
        return MonitorInstances.wire(monitor, counted, expand);
    }

    @Override
    public MonitorInstanceList listMonitorInstances(Call call, ListMonitorInstancesQuery query) {
        Place place = Place.of(query.projectId(), query.spaceId());
        return MonitorInstanceList.builder()
                .monitorInstances(view.list(call.caller()).stream()
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
        Monitor found = view.find(call.caller(), monitorInstanceId);
        MonitorDefinition definition = definitions.find(call.caller(), found.definition());
        Monitor changed = monitors.change(call.caller(), found.id(), kept -> {
            Monitor patched = MonitorInstances.patched(kept, definition, body);
            checkParameters(call.caller(), definition, Documents.fields(patched.parameters()));
            return patched;
        });
        return Answer.of(MonitorInstances.wire(changed)).withStatus(OK);
    }

    @Override
    public void deleteMonitorInstance(Call call, String monitorInstanceId, DeleteMonitorInstanceQuery query) {
        monitors.remove(
                call.caller(), view.find(call.caller(), monitorInstanceId).id());
    }
}
