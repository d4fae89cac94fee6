package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.Lookup;
import io.plumbline.dialects.openscale.monitors.MonitorsInView;
import io.plumbline.dialects.openscale.wire.Measurement;
import io.plumbline.dialects.openscale.wire.MeasurementFormat;
import io.plumbline.dialects.openscale.wire.MeasurementList;
import io.plumbline.dialects.openscale.wire.MeasurementRequest;
import io.plumbline.dialects.openscale.wire.MeasurementsApi;
import io.plumbline.dialects.openscale.wire.MetricSeries;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Checks;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.measurement.Evidence;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.http.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the operations on measurements and metrics. */
public final class MeasurementsAdapter implements MeasurementsApi {
    private final Measurements measurements;
    private final MonitorDefinitions definitions;
    private final Checks checks;
    private final MonitorsInView monitors;

    /** Over these measurements of these monitors. */
    public MeasurementsAdapter(
            Measurements measurements, MonitorDefinitions definitions, Checks checks, MonitorsInView monitors) {
        this.measurements = measurements;
        this.definitions = definitions;
        this.checks = checks;
        this.monitors = monitors;
    }

    @Override
    public void addMeasurements(
            Call call, String monitorInstanceId, AddMeasurementsQuery query, List<MeasurementRequest> body) {
        Caller caller = call.caller();
        Monitor monitor = monitors.find(caller, monitorInstanceId);
        Publications publications = new Publications(
                monitor,
                definitions.find(caller, monitor.definition()),
                (field, id) -> check(caller, monitor, field, id));
        measurements.publish(caller, monitor.id(), publications.of(body));
    }

    private Id check(Caller caller, Monitor monitor, String field, String id) {
        return Lookup.named(field, id, known -> checks.find(caller, monitor.id(), known))
                .id();
    }

    @Override
    public Measurement getMeasurement(
            Call call, String monitorInstanceId, String measurementId, GetMeasurementQuery query) {
        Id monitor = monitors.find(call.caller(), monitorInstanceId).id();
        return Lookup.found(measurementId, id -> measurements.find(call.caller(), monitor, id))
                .map(found -> MeasurementDocuments.full(
                        found,
                        found.evidence().stream()
                                .filter(evidence -> isBehind(evidence, query.metricId()))
                                .toList()))
                .orElseThrow(() -> PlumblineException.notFound("measurement", measurementId));
    }

    private static boolean isBehind(Evidence evidence, @Nullable List<String> metrics) {
        return metrics == null
                || evidence.metrics().isEmpty()
                || evidence.metrics().stream().anyMatch(metrics::contains);
    }

    @Override
    public MeasurementList listMeasurements(Call call, String monitorInstanceId, ListMeasurementsQuery query) {
        Id monitor = monitors.find(call.caller(), monitorInstanceId).id();
        MeasurementQuery question = MeasurementQueries.of(query);
        return MeasurementList.builder()
                .measurements(measurements.list(call.caller(), monitor, question).stream()
                        .map(MeasurementDocuments::compact)
                        .toList())
                .start(query.start())
                .end(query.end())
                .limit(question.limit())
                .offset(question.offset())
                .build();
    }

    @Override
    public MeasurementList listLatestMeasurements(Call call, ListLatestMeasurementsQuery query) {
        List<Monitor> targets = monitors.list(call.caller()).stream()
                .filter(monitor -> LatestQueries.isOf(query, monitor))
                .toList();
        boolean full = query.format() == MeasurementFormat.FULL;
        return MeasurementList.builder()
                .measurements(query.monitorDefinitionId().stream()
                        .distinct()
                        .flatMap(definition -> latest(call.caller(), targets, definition, query).stream())
                        .map(found -> full
                                ? MeasurementDocuments.full(found, found.evidence())
                                : MeasurementDocuments.compact(found))
                        .toList())
                .build();
    }

    private List<io.plumbline.domain.measurement.Measurement> latest(
            Caller caller, List<Monitor> targets, String definition, ListLatestMeasurementsQuery query) {
        List<Id> ids = targets.stream()
                .filter(monitor -> monitor.definition().equals(definition))
                .map(Monitor::id)
                .toList();
        return measurements.latest(caller, ids, LatestQueries.of(query, definition));
    }

    @Override
    public MetricSeries listMetrics(Call call, String monitorInstanceId, ListMetricsQuery query) {
        Monitor monitor = monitors.find(call.caller(), monitorInstanceId);
        return SeriesDocuments.wire(
                monitor,
                SeriesQueries.interval(query),
                measurements.series(call.caller(), monitor.id(), SeriesQueries.of(query)));
    }
}
