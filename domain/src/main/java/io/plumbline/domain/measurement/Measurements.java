package io.plumbline.domain.measurement;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.MonitorDefinitions;
import io.plumbline.domain.monitor.Monitors;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measurements and incidents as callers see them. */
public final class Measurements {
    private final MeasurementStore store;
    private final Monitors monitors;
    private final MonitorDefinitions definitions;
    private final Ids ids;
    private final InstantSource clock;

    /** Over these measurements of these monitors. */
    public Measurements(
            MeasurementStore store, Monitors monitors, MonitorDefinitions definitions, Ids ids, InstantSource clock) {
        this.store = store;
        this.monitors = monitors;
        this.definitions = definitions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps measurements from outside, all or none; one whose id is kept already is passed over. They are held against the limits that the
     * monitor has now.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where one names a metric or tag that the definition does not have, or lacks one
     *     that is required; of {@link Failure.NotFound} where there is no such monitor
     */
    public List<Measurement> publish(Caller caller, Id monitorId, List<Publication> publications) {
        Monitor monitor = monitors.find(caller, monitorId);
        caller.require(Permission.MONITOR_WRITE, monitor.header().project());
        MonitorDefinition definition = definitions.find(caller, monitor.definition());
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < publications.size(); i++) {
            Publication publication = publications.get(i);
            measurements.add(measurement(caller, monitor, publication, readings(monitor, definition, publication, i)));
        }
        keep(monitor, measurements);
        return measurements;
    }

    /** Keeps measurements of one monitor, with the incidents that follow. */
    void keep(Monitor monitor, List<Measurement> measurements) {
        Hysteresis hysteresis = Hysteresis.of(monitor.parameters());
        store.append(measurements, (measurement, open) -> hysteresis.judge(measurement, open, ids));
    }

    private Measurement measurement(Caller caller, Monitor monitor, Publication publication, List<Reading> readings) {
        return new Measurement(
                publication.id().orElseGet(ids::next),
                caller.organization(),
                monitor.header().project(),
                monitor.id(),
                monitor.definition(),
                monitor.model(),
                publication.check(),
                publication.at(),
                clock.instant(),
                Optional.empty(),
                readings,
                publication.evidence(),
                publication.attributes(),
                caller.name());
    }

    /**
     * The numbers of a publication, held against the limits that a monitor has now.
     *
     * @param index of the publication among those that come together
     * @throws PlumblineException of {@link Failure.Invalid} where it does not fit the definition
     */
    public static List<Reading> readings(
            Monitor monitor, MonitorDefinition definition, Publication publication, int index) {
        PublicationRules.check(definition, publication, index);
        List<Reading> readings = new ArrayList<>();
        for (Publication.Group group : publication.groups()) {
            for (MonitorDefinition.Metric metric : definition.metrics()) {
                Double value = group.metrics().get(metric.id());
                if (value != null) {
                    Reading reading = Reading.exact(metric.id(), group.tags(), value, Reading.Provenance.PUBLISHED);
                    readings.add(limited(monitor, reading));
                }
            }
        }
        return readings;
    }

    /** A reading held against the limits that a monitor has now. */
    public static Reading limited(Monitor monitor, Reading reading) {
        return reading.within(
                monitor.limit(reading.metric(), Side.LOWER, reading.tags()),
                monitor.limit(reading.metric(), Side.UPPER, reading.tags()));
    }

    /**
     * The measurement of this monitor with this id, with its evidence.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Measurement find(Caller caller, Id monitor, Id id) {
        Id of = monitors.find(caller, monitor).id();
        return store.find(caller.organization(), id)
                .filter(found -> found.monitor().equals(of))
                .orElseThrow(() -> PlumblineException.notFound("measurement", id));
    }

    /** Measurements of a monitor as asked for. */
    public List<Measurement> list(Caller caller, Id monitor, MeasurementQuery query) {
        return store.list(caller.organization(), monitors.find(caller, monitor).id(), query);
    }

    /** The newest measurements of each of these monitors, as many of each as the query's limit. */
    public List<Measurement> latest(Caller caller, List<Id> of, MeasurementQuery query) {
        List<Id> readable =
                of.stream().map(id -> monitors.find(caller, id).id()).distinct().toList();
        return store.latest(caller.organization(), readable, query);
    }

    /**
     * Metrics of a monitor over time.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where the question names a metric or tag that the definition does not have
     */
    public Series series(Caller caller, Id monitorId, SeriesQuery query) {
        Monitor monitor = monitors.find(caller, monitorId);
        PublicationRules.check(definitions.find(caller, monitor.definition()), query);
        return store.series(caller.organization(), monitor.id(), query);
    }

    /**
     * The incident with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Incident incident(Caller caller, Id id) {
        return store.incident(caller.organization(), id)
                .filter(found -> caller.may(Permission.MONITOR_READ, found.project()))
                .orElseThrow(() -> PlumblineException.notFound("incident", id));
    }

    /** Incidents as asked for, those that the caller may read; a page may so have fewer than its limit though more follow. */
    public List<Incident> incidents(Caller caller, IncidentQuery query) {
        return store.incidents(caller.organization(), query).stream()
                .filter(found -> caller.may(Permission.MONITOR_READ, found.project()))
                .toList();
    }
}
