package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of training or other code.
 *
 * @param id of the run
 * @param number counts runs from 1 and never changes, for dialects whose ids are decimal
 * @param organization that owns it
 * @param experiment it belongs to
 * @param experimentNumber the number of that experiment
 * @param name for people, may be empty
 * @param note what its people wrote about it, may be empty
 * @param status as it was last said; {@link #statusAt} tells whether it can be believed
 * @param lifecycle whether it is in the bin
 * @param parent the run that it is a part of
 * @param owner whose it is
 * @param createdAt when it was made known
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param updatedAt when it last changed or logged something; its heartbeat
 * @param deletedAt when it was put into the bin
 */
public record Run(
        Id id,
        long number,
        Id organization,
        Id experiment,
        long experimentNumber,
        String name,
        String note,
        RunStatus status,
        Lifecycle lifecycle,
        Optional<Id> parent,
        Owner owner,
        Instant createdAt,
        Instant startedAt,
        Optional<Instant> endedAt,
        Instant updatedAt,
        Optional<Instant> deletedAt) {
    /**
     * How far the run is.
     *
     * @param silence after which a running run that logs nothing is unresponsive
     */
    public RunStatus statusAt(Instant now, Duration silence) {
        boolean silent = updatedAt.plus(silence).isBefore(now);
        return status == RunStatus.RUNNING && silent ? RunStatus.UNRESPONSIVE : status;
    }

    /** How long it ran; empty while it runs. */
    public Optional<Duration> duration() {
        return endedAt.map(end -> Duration.between(startedAt, end));
    }

    /** The same after a change at this time. */
    public Run with(RunChange change, Instant now) {
        return new Run(
                id,
                number,
                organization,
                experiment,
                experimentNumber,
                change.name().orElse(name),
                change.note().orElse(note),
                change.status().orElse(status),
                lifecycle,
                change.parent().or(() -> parent),
                owner,
                createdAt,
                startedAt,
                change.endedAt().or(() -> endedAt),
                now,
                deletedAt);
    }

    /** The same in the bin, or out of it where there is no time. */
    public Run deleted(Optional<Instant> at) {
        Lifecycle next = at.isPresent() ? Lifecycle.DELETED : Lifecycle.ACTIVE;
        return new Run(
                id,
                number,
                organization,
                experiment,
                experimentNumber,
                name,
                note,
                status,
                next,
                parent,
                owner,
                createdAt,
                startedAt,
                endedAt,
                updatedAt,
                at);
    }

    /** The same with this number. */
    public Run numbered(long newNumber) {
        return new Run(
                id,
                newNumber,
                organization,
                experiment,
                experimentNumber,
                name,
                note,
                status,
                lifecycle,
                parent,
                owner,
                createdAt,
                startedAt,
                endedAt,
                updatedAt,
                deletedAt);
    }
}
