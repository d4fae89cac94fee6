package io.plumbline.domain.experiment;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The bin of an organization, into which experiments and runs go that are deleted, until it is emptied. */
public final class Bin {
    private final Tasks tasks;
    private final AuditLog audit;
    private final InstantSource clock;

    /** Emptied by these tasks. */
    public Bin(Tasks tasks, AuditLog audit, InstantSource clock) {
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Deletes what lies in the bin for good, in the background: runs, and experiments with all that they hold.
     *
     * @param before which it was put there; all that lies there now where it is left out
     * @return the task that does it
     */
    public Task empty(Caller caller, Optional<Instant> before) {
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
        Id bin = caller.organization();
        audit.append(caller, "purge", "bin", bin);
        return tasks.submit(
                caller, Optional.empty(), BinPurge.KIND, bin, BinPurge.input(before.orElseGet(clock::instant)));
    }

    /**
     * A task that was asked for.
     *
     * @throws PlumblineException of {@link Failure.NotFound}
     */
    public Task find(Caller caller, Id task) {
        caller.require(Permission.EXPERIMENT_READ, Optional.empty());
        return tasks.find(caller.organization(), task)
                .filter(found -> found.kind().equals(BinPurge.KIND))
                .orElseThrow(() -> PlumblineException.notFound("purge", task));
    }

    /**
     * Asks a purge to stop. One that waits is cancelled at once, one that runs soon; what it removed until then stays removed.
     *
     * @return the task as it is now
     * @throws PlumblineException of {@link Failure.Conflict} where it is over
     */
    public Task cancel(Caller caller, Id task) {
        Task found = find(caller, task);
        caller.require(Permission.EXPERIMENT_WRITE, Optional.empty());
        if (!tasks.cancel(caller.organization(), found.id())) {
            throw new PlumblineException(new Failure.Conflict("the purge " + task + " is over"));
        }
        return find(caller, task);
    }
}
