package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Runs that belong together.
 *
 * @param id of the experiment
 * @param number counts experiments from 1 and never changes, for dialects whose ids are decimal
 * @param organization that owns it
 * @param name unique in the organization, also among those in the bin
 * @param note what its people wrote about it, may be empty
 * @param lifecycle whether it is in the bin
 * @param owner the user who made it
 * @param createdAt when it was made
 * @param updatedAt when it, or its tags, last changed
 * @param deletedAt when it was put into the bin
 * @param tags by key
 */
public record Experiment(
        Id id,
        long number,
        Id organization,
        String name,
        String note,
        Lifecycle lifecycle,
        Owner owner,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt,
        SortedMap<String, String> tags) {
    /** The same under this name. */
    public Experiment named(String newName) {
        return new Experiment(
                id, number, organization, newName, note, lifecycle, owner, createdAt, updatedAt, deletedAt, tags);
    }

    /** The same with this note. */
    public Experiment annotated(String newNote) {
        return new Experiment(
                id, number, organization, name, newNote, lifecycle, owner, createdAt, updatedAt, deletedAt, tags);
    }

    /** The same with these tags alone. */
    public Experiment tagged(SortedMap<String, String> newTags) {
        return new Experiment(
                id, number, organization, name, note, lifecycle, owner, createdAt, updatedAt, deletedAt, newTags);
    }

    /** The same in the bin. */
    public Experiment deleted(Instant now) {
        return new Experiment(
                id,
                number,
                organization,
                name,
                note,
                Lifecycle.DELETED,
                owner,
                createdAt,
                updatedAt,
                Optional.of(now),
                tags);
    }

    /** The same out of the bin. */
    public Experiment restored() {
        return new Experiment(
                id,
                number,
                organization,
                name,
                note,
                Lifecycle.ACTIVE,
                owner,
                createdAt,
                updatedAt,
                Optional.empty(),
                tags);
    }

    /** The same, changed now. */
    public Experiment updated(Instant now) {
        return new Experiment(id, number, organization, name, note, lifecycle, owner, createdAt, now, deletedAt, tags);
    }

    /** The same with this number. */
    public Experiment numbered(long newNumber) {
        return new Experiment(
                id, newNumber, organization, name, note, lifecycle, owner, createdAt, updatedAt, deletedAt, tags);
    }
}
