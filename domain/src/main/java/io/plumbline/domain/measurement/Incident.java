package io.plumbline.domain.measurement;

import io.plumbline.domain.Id;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric that went out of its limits, until it is fine again. Of a monitor, metric and tags at most one is open.
 *
 * @param id of the incident
 * @param organization whose it is
 * @param project it belongs to, where it belongs to one
 * @param monitor that found it
 * @param model that is watched
 * @param metric the metric's id
 * @param tags by which it is told from other numbers of the metric
 * @param side of the limit that was last broken
 * @param limit that was last broken
 * @param value that last broke it
 * @param breaches how many measurements broke a limit
 * @param goodStreak how many measurements since then were within the limits
 * @param opened the measurement that opened it
 * @param openedAt the time which that speaks of
 * @param lastAt the time which the last measurement speaks of that counted
 * @param closed the measurement that closed it; empty while it is open
 * @param closedAt the time which that speaks of
 */
public record Incident(
        Id id,
        Id organization,
        Optional<Id> project,
        Id monitor,
        Id model,
        String metric,
        SortedMap<String, String> tags,
        Side side,
        double limit,
        double value,
        int breaches,
        int goodStreak,
        Id opened,
        Instant openedAt,
        Instant lastAt,
        Optional<Id> closed,
        Optional<Instant> closedAt) {
    /** Keeps an unmodifiable copy. */
    public Incident {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return closed.isEmpty();
    }

    /** A new one, of a reading that breaks the limit on this side. */
    static Incident opened(Id id, Measurement measurement, Reading reading, Side side) {
        return new Incident(
                id,
                measurement.organization(),
                measurement.project(),
                measurement.monitor(),
                measurement.model(),
                reading.metric(),
                reading.tags(),
                side,
                reading.limit(side).orElseThrow(),
                reading.value().orElseThrow(),
                1,
                0,
                measurement.id(),
                measurement.at(),
                measurement.at(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same after one more reading that breaks the limit on this side. */
    Incident broken(Measurement measurement, Reading reading, Side newSide) {
        return new Incident(
                id,
                organization,
                project,
                monitor,
                model,
                metric,
                tags,
                newSide,
                reading.limit(newSide).orElseThrow(),
                reading.value().orElseThrow(),
                breaches + 1,
                0,
                opened,
                openedAt,
                measurement.at(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same after one more reading within the limits. */
    Incident good(Measurement measurement) {
        return after(measurement, Optional.empty(), Optional.empty());
    }

    /** The same after a reading within the limits that ends it. */
    Incident closed(Measurement measurement) {
        return after(measurement, Optional.of(measurement.id()), Optional.of(measurement.at()));
    }

    private Incident after(Measurement measurement, Optional<Id> by, Optional<Instant> at) {
        return new Incident(
                id,
                organization,
                project,
                monitor,
                model,
                metric,
                tags,
                side,
                limit,
                value,
                breaches,
                goodStreak + 1,
                opened,
                openedAt,
                measurement.at(),
                by,
                at);
    }
}
