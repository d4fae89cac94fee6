package io.plumbline.domain.check;

import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.measurement.IncidentQuery;
import io.plumbline.domain.measurement.Measurement;
import io.plumbline.domain.measurement.MeasurementQuery;
import io.plumbline.domain.measurement.Measurements;
import io.plumbline.domain.monitor.Monitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells how monitors are, from their checks, measurements and incidents. */
public final class MonitorStatuses {
    private static final int MOST_INCIDENTS = 100;

    private final Checks checks;
    private final Measurements measurements;

    /** From these. */
    public MonitorStatuses(Checks checks, Measurements measurements) {
        this.checks = checks;
        this.measurements = measurements;
    }

    /**
     * How a monitor is now, with the newest hundred of its open incidents.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where the caller may not read it
     */
    public MonitorStatus of(Caller caller, Monitor monitor) {
        Id id = monitor.id();
        Optional<Check> last =
                checks.list(caller, id, CheckQuery.newest(1)).stream().findFirst();
        Optional<Instant> measured = measurements.list(caller, id, MeasurementQuery.newest(1)).stream()
                .map(Measurement::at)
                .findFirst();
        List<Incident> open = measurements.incidents(caller, IncidentQuery.openOf(id, MOST_INCIDENTS));
        return MonitorStatus.of(monitor, last, measured, open);
    }
}
