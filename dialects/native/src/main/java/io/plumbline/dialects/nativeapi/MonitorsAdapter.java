package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Monitor;
import io.plumbline.dialects.nativeapi.wire.MonitorPage;
import io.plumbline.dialects.nativeapi.wire.MonitorState;
import io.plumbline.dialects.nativeapi.wire.MonitorsApi;
import io.plumbline.dialects.nativeapi.wire.WatchedModel;
import io.plumbline.domain.Id;
import io.plumbline.domain.check.MonitorStatus;
import io.plumbline.domain.check.MonitorStatuses;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.registration.Registration;
import io.plumbline.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Monitors, and how they are. */
public final class MonitorsAdapter implements MonitorsApi {
    private final Monitors monitors;
    private final MonitorStatuses statuses;
    private final Registration models;

    /** Over these monitors of these models. */
    public MonitorsAdapter(Monitors monitors, MonitorStatuses statuses, Registration models) {
        this.monitors = monitors;
        this.statuses = statuses;
        this.models = models;
    }

    @Override
    public MonitorPage listMonitors(Call call, ListMonitorsQuery query) {
        Optional<Id> model = Optional.ofNullable(query.modelId()).map(id -> WireId.of("model", id));
        Stream<io.plumbline.domain.monitor.Monitor> all = monitors.list(call.caller()).stream()
                .filter(monitor -> model.isEmpty() || monitor.model().equals(model.get()))
                .filter(monitor ->
                        query.definition() == null || monitor.definition().equals(query.definition()));
        Page<io.plumbline.domain.monitor.Monitor> page = Page.byId(all, query.limit(), query.cursor());
        return MonitorPage.builder()
                .monitors(wire(call.caller(), page.items()))
                .nextCursor(page.next())
                .build();
    }

    @Override
    public Monitor getMonitor(Call call, String monitorId) {
        return wire(call.caller(), List.of(monitors.find(call.caller(), WireId.of("monitor", monitorId))))
                .getFirst();
    }

    private List<Monitor> wire(Caller caller, List<io.plumbline.domain.monitor.Monitor> found) {
        Map<Id, Model> readable =
                models.list(caller).stream().collect(Collectors.toMap(Model::id, Function.identity()));
        return found.stream()
                .map(monitor -> wire(
                        statuses.of(caller, monitor),
                        watched(monitor.model(), Optional.ofNullable(readable.get(monitor.model())))))
                .toList();
    }

    private static WatchedModel watched(Id id, Optional<Model> readable) {
        return WatchedModel.builder()
                .id(id.toString())
                .name(readable.map(Model::name).orElse(null))
                .version(readable.map(Model::version)
                        .filter(version -> !version.isEmpty())
                        .orElse(null))
                .build();
    }

    private static Monitor wire(MonitorStatus status, WatchedModel model) {
        io.plumbline.domain.monitor.Monitor monitor = status.monitor();
        return Monitor.builder()
                .id(monitor.id().toString())
                .definition(monitor.definition())
                .model(model)
                .projectId(monitor.header().project().map(Id::toString).orElse(null))
                .managedBy(monitor.managedBy().isEmpty() ? null : monitor.managedBy())
                .state(MonitorState.valueOf(status.state().name()))
                .schedule(monitor.schedule().map(Schedules::wire).orElse(null))
                .thresholds(monitor.thresholds().stream().map(Thresholds::wire).toList())
                .parameters(PlainJson.fields(monitor.parameters()))
                .lastCheck(status.lastCheck().map(ChecksAdapter::wire).orElse(null))
                .measuredAt(status.measuredAt().orElse(null))
                .openIncidents(status.openIncidents().stream()
                        .map(IncidentsAdapter::wire)
                        .toList())
                .createdAt(monitor.header().stamp().createdAt())
                .createdBy(monitor.header().stamp().createdBy())
                .build();
    }
}
