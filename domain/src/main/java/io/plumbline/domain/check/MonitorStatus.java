package io.plumbline.domain.check;

import io.plumbline.domain.measurement.Incident;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a monitor is.
 *
 * @param monitor that is meant
 * @param state in one word
 * @param lastCheck the newest one, also where it is not over yet
 * @param measuredAt the time that the newest measurement speaks of; empty before the first one
 * @param openIncidents the newest ones, as many as were asked for
 */
public record MonitorStatus(
        Monitor monitor,
        State state,
        Optional<Check> lastCheck,
        Optional<Instant> measuredAt,
        List<Incident> openIncidents) {
    /** Keeps an unmodifiable copy. */
    public MonitorStatus {
        openIncidents = List.copyOf(openIncidents);
    }

    /** What its newest check, its newest measurement and its open incidents make of a monitor. */
    static MonitorStatus of(
            Monitor monitor, Optional<Check> lastCheck, Optional<Instant> measuredAt, List<Incident> openIncidents) {
        return new MonitorStatus(
                monitor, state(lastCheck, measuredAt, openIncidents), lastCheck, measuredAt, openIncidents);
    }

    private static State state(Optional<Check> lastCheck, Optional<Instant> measuredAt, List<Incident> openIncidents) {
        if (!openIncidents.isEmpty()) {
            return State.ALERT;
        }
        if (lastCheck.filter(check -> check.state() == Task.State.FAILED).isPresent()) {
            return State.FAILED;
        }
        return measuredAt.isPresent() ? State.OK : State.NO_DATA;
    }

    /** A monitor in one word; where several fit, it is the first. */
    public enum State {
        /** An incident is open. */
        ALERT,
        /** The newest check failed, so that nobody knows. */
        FAILED,
        /** Nothing has been measured yet. */
        NO_DATA,
        /** All is well, as far as the newest measurement tells. */
        OK
    }
}
