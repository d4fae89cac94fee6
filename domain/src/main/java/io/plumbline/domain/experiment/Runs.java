package io.plumbline.domain.experiment;

import io.plumbline.domain.Document;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Runs as callers write them: made, logged to, changed, put into the bin and taken out of it. {@link RunReading} reads them. What runs log is
 * not in the audit log, which says who deleted, restored and purged.
 */
public final class Runs {
    private static final String WHAT = "run";

    private final RunStore store;
    private final Tasks tasks;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    /** Over these stores. */
    public Runs(RunStore store, Tasks tasks, AuditLog audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.tasks = tasks;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a run.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where the experiment is another organization's or there is no such parent; of {@link Failure.Conflict} where the
     *     experiment is in the bin
     */
    public Run add(Caller caller, RunDraft draft) {
        requireWrite(caller);
        Experiment experiment = draft.experiment();
        if (!experiment.organization().equals(caller.organization())) {
            throw PlumblineException.notFound("experiment", experiment.id());
        }
        if (experiment.lifecycle() != Lifecycle.ACTIVE) {
            throw new PlumblineException(
                    new Failure.Conflict("the experiment " + experiment.name() + " is deleted; restore it before"));
        }
        draft.parent().ifPresent(parent -> stored(caller, parent));
        return store.add(made(caller, draft), draft.log());
    }

    private Run made(Caller caller, RunDraft draft) {
        Experiment experiment = draft.experiment();
        Instant now = clock.instant();
        return new Run(
                ids.next(),
                0,
                caller.organization(),
                experiment.id(),
                experiment.number(),
                draft.name(),
                draft.note(),
                draft.status(),
                Lifecycle.ACTIVE,
                draft.parent(),
                new Owner(caller.user(), draft.owner().orElse(caller.name())),
                now,
                draft.startedAt().orElse(now),
                Optional.empty(),
                now,
                Optional.empty());
    }

    /**
     * Adds to what an active run has logged: all of it, or nothing.
     *
     * @throws PlumblineException of {@link Failure.NotFound}; of {@link Failure.Conflict} where the run is in the bin; of
     *     {@link Failure.Invalid} where a param has another value already
     */
    public void log(Caller caller, Id run, RunLog log) {
        store.log(writable(caller, run), log, clock.instant());
    }

    /** Changes an active run and gives it these tags. */
    public Run change(Caller caller, Id run, RunChange change, RunLog tags) {
        requireActive(writable(caller, run));
        change.parent().ifPresent(parent -> requireParent(caller, run, parent));
        Instant now = clock.instant();
        return store.change(
                caller.organization(),
                run,
                tags,
                before -> requireActive(before).with(change, now));
    }

    /** A run is not below itself. */
    private void requireParent(Caller caller, Id run, Id parent) {
        Optional<Id> above = Optional.of(parent);
        while (above.isPresent()) {
            if (above.get().equals(run)) {
                throw PlumblineException.invalid("parent", "a run cannot be a part of itself");
            }
            above = stored(caller, above.get()).parent();
        }
    }

    /**
     * Takes a tag from an active run.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where it has none of this key
     */
    public void untag(Caller caller, Id run, String key) {
        if (!store.removeTag(requireActive(writable(caller, run)), key, clock.instant())) {
            throw PlumblineException.notFound("tag", key);
        }
    }

    /** Notes data that an active run read. */
    public void addInputs(Caller caller, Id run, List<DatasetInput> inputs) {
        store.addInputs(requireActive(writable(caller, run)), inputs, clock.instant());
    }

    /** Puts a run into the bin. One that is there already is left alone. */
    public void delete(Caller caller, Id run) {
        move(caller, run, "delete", Optional.of(clock.instant()));
    }

    /** Takes a run out of the bin. One that is not there is left alone. */
    public void restore(Caller caller, Id run) {
        move(caller, run, "restore", Optional.empty());
    }

    private void move(Caller caller, Id run, String action, Optional<Instant> deletedAt) {
        Run before = writable(caller, run);
        if (before.deletedAt().isPresent() == deletedAt.isPresent()) {
            return;
        }
        store.change(caller.organization(), run, RunLog.EMPTY, found -> found.deleted(deletedAt));
        audit.append(caller, action, WHAT, run);
    }

    /**
     * Deletes a run in the bin for good, with its history and its artifacts, in the background.
     *
     * @return the task that does it
     * @throws PlumblineException of {@link Failure.Conflict} where the run is not in the bin
     */
    public Task purge(Caller caller, Id run) {
        Run found = writable(caller, run);
        if (found.lifecycle() != Lifecycle.DELETED) {
            throw new PlumblineException(new Failure.Conflict("the run is not deleted; delete it before"));
        }
        audit.append(caller, "purge", WHAT, run);
        return tasks.submit(caller, Optional.empty(), RunPurge.KIND, run, Document.EMPTY);
    }

    /** Pins a run for the caller. */
    public void pin(Caller caller, Id run) {
        store.pin(caller.user(), readable(caller, run), clock.instant());
    }

    /** Takes the caller's pin back. */
    public void unpin(Caller caller, Id run) {
        store.unpin(caller.user(), readable(caller, run));
    }

    private Run writable(Caller caller, Id run) {
        Run found = readable(caller, run);
        requireWrite(caller);
        return found;
    }

    private Run readable(Caller caller, Id run) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
        return stored(caller, run);
    }

    private Run stored(Caller caller, Id run) {
        return store.find(caller.organization(), run).orElseThrow(() -> PlumblineException.notFound(WHAT, run));
    }

    private static Run requireActive(Run run) {
        if (run.lifecycle() != Lifecycle.ACTIVE) {
            throw new PlumblineException(new Failure.Conflict("the run is deleted; restore it before"));
        }
        return run;
    }

    private static void requireWrite(Caller caller) {
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
    }
}
