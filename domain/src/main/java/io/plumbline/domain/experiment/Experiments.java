package io.plumbline.domain.experiment;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Experiments as callers see them. They belong to the organization as a whole, so a role in a single project does not reach them. */
public final class Experiments {
    /** The name of the experiment that each organization has without making it. */
    public static final String DEFAULT_NAME = "Default";

    private static final String WHAT = "experiment";

    private final ExperimentStore store;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    /** Over this store. */
    public Experiments(ExperimentStore store, AuditLog audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes an experiment.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where there is one of the name, also in the bin
     */
    public Experiment add(Caller caller, ExperimentDraft draft) {
        requireWrite(caller);
        Experiment added = store.add(made(caller, draft));
        audit.append(caller, "add", WHAT, added.id());
        return added;
    }

    private Experiment made(Caller caller, ExperimentDraft draft) {
        Instant now = clock.instant();
        return new Experiment(
                ids.next(),
                0,
                caller.organization(),
                draft.name(),
                draft.note(),
                Lifecycle.ACTIVE,
                new Owner(caller.user(), caller.name()),
                now,
                now,
                Optional.empty(),
                draft.tags());
    }

    /** The experiment that runs go to which name none; it is made when it is first asked for by somebody who may. */
    public Experiment standard(Caller caller) {
        requireRead(caller);
        return store.named(caller.organization(), DEFAULT_NAME).orElseGet(() -> addStandard(caller));
    }

    private Experiment addStandard(Caller caller) {
        try {
            return add(caller, new ExperimentDraft(DEFAULT_NAME, "", new TreeMap<>()));
        } catch (PlumblineException e) {
            if (e.failure() instanceof Failure.AlreadyExists) {
                return named(caller, DEFAULT_NAME);
            }
            throw e;
        }
    }

    /**
     * The experiment with this id, in the bin or not.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Experiment find(Caller caller, Id id) {
        requireRead(caller);
        return store.find(caller.organization(), id).orElseThrow(() -> PlumblineException.notFound(WHAT, id));
    }

    /**
     * The experiment with this number, in the bin or not.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Experiment numbered(Caller caller, long number) {
        requireRead(caller);
        return store.numbered(caller.organization(), number)
                .orElseThrow(() -> PlumblineException.notFound(WHAT, number));
    }

    /**
     * The experiment with this name, in the bin or not.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Experiment named(Caller caller, String name) {
        requireRead(caller);
        return store.named(caller.organization(), name).orElseThrow(() -> PlumblineException.notFound(WHAT, name));
    }

    /** A page of those that meet a query. */
    public Page<Experiment> search(Caller caller, ExperimentQuery query) {
        requireRead(caller);
        return store.search(caller.organization(), query);
    }

    /**
     * Gives an active experiment another name.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where the name is taken; of {@link Failure.Conflict} where the experiment is in
     *     the bin
     */
    public Experiment rename(Caller caller, Id id, String name) {
        ExperimentDraft.checkName(name);
        return change(caller, id, "rename", experiment -> active(experiment).named(name));
    }

    /** Writes a note about an active experiment. */
    public Experiment annotate(Caller caller, Id id, String note) {
        return change(caller, id, "change", experiment -> active(experiment).annotated(note));
    }

    /** Gives an active experiment these tags, beside those of other keys. */
    public Experiment tag(Caller caller, Id id, SortedMap<String, String> tags) {
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        return change(caller, id, "tag", experiment -> {
            SortedMap<String, String> all = new TreeMap<>(active(experiment).tags());
            all.putAll(tags);
            return experiment.tagged(all);
        });
    }

    /**
     * Takes a tag from an active experiment.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where it has none of this key
     */
    public Experiment untag(Caller caller, Id id, String key) {
        return change(caller, id, "untag", experiment -> {
            SortedMap<String, String> rest = new TreeMap<>(active(experiment).tags());
            if (rest.remove(key) == null) {
                throw PlumblineException.notFound("tag", key);
            }
            return experiment.tagged(rest);
        });
    }

    /** Puts an experiment into the bin; its runs stay as they are. One that is there already is left alone. */
    public Experiment delete(Caller caller, Id id) {
        Instant now = clock.instant();
        return change(caller, id, "delete", experiment -> experiment.deleted(now));
    }

    /** Takes an experiment out of the bin. One that is not there is left alone. */
    public Experiment restore(Caller caller, Id id) {
        return change(caller, id, "restore", experiment -> experiment.restored());
    }

    /** Stars an active experiment for the caller. */
    public void star(Caller caller, Id id) {
        store.star(caller.user(), find(caller, id).id());
    }

    /** Takes the caller's star back. */
    public void unstar(Caller caller, Id id) {
        store.unstar(caller.user(), find(caller, id).id());
    }

    /** Which of these the caller has starred. */
    public Set<Id> starred(Caller caller, Set<Id> experiments) {
        return store.starred(caller.user(), experiments);
    }

    /** The keys of all tags of active experiments, in order. */
    public List<String> tagKeys(Caller caller) {
        requireRead(caller);
        return store.tagKeys(caller.organization());
    }

    /** The distinct values of a tag of active experiments, in order, at most {@link FacetValues#MOST}. */
    public List<String> tagValues(Caller caller, String key) {
        requireRead(caller);
        return store.tagValues(caller.organization(), key);
    }

    private Experiment change(Caller caller, Id id, String action, UnaryOperator<Experiment> change) {
        find(caller, id);
        requireWrite(caller);
        Instant now = clock.instant();
        Experiment changed = store.change(
                caller.organization(),
                id,
                experiment -> change.apply(experiment).updated(now));
        audit.append(caller, action, WHAT, id);
        return changed;
    }

    private static Experiment active(Experiment experiment) {
        if (experiment.lifecycle() != Lifecycle.ACTIVE) {
            throw new PlumblineException(
                    new Failure.Conflict("the experiment " + experiment.name() + " is deleted; restore it before"));
        }
        return experiment;
    }

    private static void requireRead(Caller caller) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
    }

    private static void requireWrite(Caller caller) {
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
    }
}
