package io.plumbline.domain.measurement;

import io.plumbline.domain.Id;
import java.util.Optional;

/**
 * A question for incidents. They come by when they opened, newest first, then by id.
 *
 * @param monitor of this monitor only
 * @param model of this model only
 * @param state of this state only
 * @param after begin behind this one, as the page before ended
 * @param limit how many at most
 */
public record IncidentQuery(
        Optional<Id> monitor,
        Optional<Id> model,
        Optional<State> state,
        Optional<MeasurementQuery.Position> after,
        int limit) {
    /** Whether an incident goes on. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** The open ones of a monitor. */
    public static IncidentQuery openOf(Id monitor, int limit) {
        return new IncidentQuery(
                Optional.of(monitor), Optional.empty(), Optional.of(State.OPEN), Optional.empty(), limit);
    }
}
