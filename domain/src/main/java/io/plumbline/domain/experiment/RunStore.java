package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps runs and what they log. Each call that changes something is one durable transaction: all of it is kept, or nothing. */
public interface RunStore {
    /** Keeps a new run with its first params and tags, and gives it its number; that of the argument does not matter. */
    Run add(Run run, RunLog log);

    /** The run of this organization with this id, in the bin or not. */
    Optional<Run> find(Id organization, Id id);

    /** The run of this organization with this number, in the bin or not. */
    Optional<Run> numbered(Id organization, long number);

    /** These runs with all that they logged, for this user, in the order of the argument; those that are gone are left out. */
    List<RunView> views(Id user, Collection<Run> runs);

    /**
     * Changes name, note, status, lifecycle, parent or times of a run to what the function makes of it, which must be quick and do nothing
     * else, and keeps these tags.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound}, and what the function throws
     */
    Run change(Id organization, Id id, RunLog tags, UnaryOperator<Run> change);

    /**
     * Adds to what an active run has logged.
     *
     * @param at when; it becomes the time of the run's last change
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where the run is gone, of
     *     {@link io.plumbline.domain.Failure.Conflict} where it is in the bin, of {@link io.plumbline.domain.Failure.Invalid} where a param has
     *     another value already
     */
    void log(Run run, RunLog log, Instant at);

    /**
     * Forgets a tag.
     *
     * @return whether it was there
     */
    boolean removeTag(Run run, String key, Instant at);

    /** Adds data that a run read; of the same name and digest there is one, which keeps the first tags. */
    void addInputs(Run run, List<DatasetInput> inputs, Instant at);

    /** Pins a run for a user; one that is pinned already keeps the time at which it was. */
    void pin(Id user, Run run, Instant at);

    /** Takes the pin back, where there is one. */
    void unpin(Id user, Run run);

    /** The lowest numbered runs of an experiment after this number, in the bin or not. */
    List<Run> ofExperiment(Id organization, Id experiment, long after, int limit);

    /**
     * Forgets a bounded part of what a run in the bin holds, for good, and in the end the run itself. Called again until it returns false.
     *
     * @return whether there is more to forget
     */
    boolean removePart(Run run);
}
