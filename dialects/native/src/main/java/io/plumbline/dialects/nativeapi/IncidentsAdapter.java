package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Incident;
import io.plumbline.dialects.nativeapi.wire.IncidentPage;
import io.plumbline.dialects.nativeapi.wire.IncidentsApi;
import io.plumbline.dialects.nativeapi.wire.Side;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.http.Call;
import java.util.Optional;

/** Metrics of monitors that went out of their limits. */
public final class IncidentsAdapter implements IncidentsApi {
    private final Monitors monitors;
    private final Measurements measurements;

    /** Over these. */
    public IncidentsAdapter(Monitors monitors, Measurements measurements) {
        this.monitors = monitors;
        this.measurements = measurements;
    }

    @Override
    public IncidentPage listIncidents(Call call, String monitorId, ListIncidentsQuery query) {
        Id monitor =
                monitors.find(call.caller(), WireId.of("monitor", monitorId)).id();
        int limit = Page.limit(query.limit());
        IncidentQuery asked = new IncidentQuery(
                Optional.of(monitor),
                Optional.empty(),
                Optional.ofNullable(query.state()).map(state -> IncidentQuery.State.valueOf(state.name())),
                Moment.after(query.cursor()).map(moment -> new MeasurementQuery.Position(moment.at(), moment.id())),
                limit + 1);
        Page<io.plumbline.domain.measurement.Incident> page = Page.of(
                measurements.incidents(call.caller(), asked),
                limit,
                last -> new Moment(last.openedAt(), last.id()).toString());
        return IncidentPage.builder()
                .incidents(page.items().stream().map(IncidentsAdapter::wire).toList())
                .nextCursor(page.next())
                .build();
    }

    /** The incident as it goes over the wire. */
    static Incident wire(io.plumbline.domain.measurement.Incident incident) {
        return Incident.builder()
                .id(incident.id().toString())
                .monitorId(incident.monitor().toString())
                .modelId(incident.model().toString())
                .metric(incident.metric())
                .tags(incident.tags())
                .side(Side.valueOf(incident.side().name()))
                .limit(incident.limit())
                .value(incident.value())
                .breaches(incident.breaches())
                .openedAt(incident.openedAt())
                .openedBy(incident.opened().toString())
                .lastAt(incident.lastAt())
                .closedAt(incident.closedAt().orElse(null))
                .closedBy(incident.closed().map(Id::toString).orElse(null))
                .build();
    }
}
