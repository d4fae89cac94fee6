package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that was logged, with files of its own. It may be registered later.
 *
 * @param id of the model
 * @param organization that owns it
 * @param experiment it belongs to
 * @param experimentNumber the number of that experiment
 * @param name for people, may be empty
 * @param type what kind of model it is, as its maker says, may be empty
 * @param run that made it, where one did
 * @param status how far it is
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param deletedAt when it was deleted
 * @param params by key
 * @param tags by key
 */
public record LoggedModel(
        Id id,
        Id organization,
        Id experiment,
        long experimentNumber,
        String name,
        String type,
        Optional<Id> run,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt,
        SortedMap<String, String> params,
        SortedMap<String, String> tags) {
    /** How far a model is. */
    public enum Status {
        PENDING,
        READY,
        FAILED
    }

    /** Checks keys. */
    public LoggedModel {
        RunDraft.checkName(name);
        params.keySet().forEach(key -> Keys.checked("param", key));
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** The same in this state, changed now. */
    public LoggedModel at(Status next, Instant now) {
        return copy(next, now, deletedAt, params, tags);
    }

    /** The same with these params and tags alone, changed now. */
    public LoggedModel with(SortedMap<String, String> newParams, SortedMap<String, String> newTags, Instant now) {
        return copy(status, now, deletedAt, newParams, newTags);
    }

    /** The same, deleted now. */
    public LoggedModel deleted(Instant now) {
        return copy(status, now, Optional.of(now), params, tags);
    }

    private LoggedModel copy(
            Status next,
            Instant changed,
            Optional<Instant> gone,
            SortedMap<String, String> newParams,
            SortedMap<String, String> newTags) {
        return new LoggedModel(
                id,
                organization,
                experiment,
                experimentNumber,
                name,
                type,
                run,
                next,
                createdAt,
                changed,
                gone,
                newParams,
                newTags);
    }
}
