package io.plumbline.domain.check;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.measurement.MeasurementStore;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.monitor.Monitors;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Tasks;
import java.util.List;
import java.util.Optional;

/** Checks as callers see them. */
public final class Checks {
    private final CheckStore store;
    private final Tasks tasks;
    private final Monitors monitors;
    private final Evaluators evaluators;
    private final Published published;

    /** Over these checks of these monitors, run as these tasks. */
    public Checks(
            CheckStore store, Tasks tasks, Monitors monitors, Evaluators evaluators, MeasurementStore measurements) {
        this.store = store;
        this.tasks = tasks;
        this.monitors = monitors;
        this.evaluators = evaluators;
        this.published = new Published(measurements);
    }

    /**
     * Puts a check of a monitor in line. Checks of one monitor run one after the other, in the order in which they were asked for.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where there is no such monitor; of {@link Failure.Invalid} where the settings make no
     *     sense; of {@link Failure.NotSupported} where nothing measures monitors of this definition: they are published
     */
    public Check start(Caller caller, Id monitorId, Check.Request request) {
        Monitor monitor = monitors.find(caller, monitorId);
        caller.require(Permission.MONITOR_RUN, monitor.header().project());
        evaluators.checkRequest(monitor);
        return store.submit(monitor, request, caller.name());
    }

    /**
     * The check of this monitor with this id.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not read it
     */
    public Check find(Caller caller, Id monitor, Id id) {
        Id of = monitors.find(caller, monitor).id();
        return store.find(caller.organization(), id)
                .filter(found -> found.monitor().equals(of))
                .orElseThrow(() -> PlumblineException.notFound("check", id));
    }

    /** Checks of a monitor as asked for. */
    public List<Check> list(Caller caller, Id monitor, CheckQuery query) {
        return store.list(caller.organization(), monitors.find(caller, monitor).id(), query);
    }

    /** How many checks of a monitor there are. */
    public long count(Caller caller, Id monitor) {
        return store.count(caller.organization(), monitors.find(caller, monitor).id());
    }

    /**
     * Asks a check to stop. One that waits is cancelled at once, one that runs soon; either leaves nothing behind.
     *
     * @return the check as it is now
     * @throws PlumblineException of {@link Failure.Conflict} where it is over
     */
    public Check cancel(Caller caller, Id monitor, Id id) {
        Check found = find(caller, monitor, id);
        caller.require(Permission.MONITOR_RUN, found.project());
        if (!tasks.cancel(caller.organization(), found.id())) {
            throw new PlumblineException(new Failure.Conflict("the check " + id + " is over"));
        }
        return find(caller, monitor, id);
    }

    /**
     * Tells how a check ended that is measured outside of this server. Telling the same twice does no harm.
     *
     * @param failure why nothing will come; empty where what there is to publish was published
     * @return the check, which ends soon
     * @throws PlumblineException of {@link Failure.Conflict} where this server measures the monitor itself, or the check is over or was told to
     *     have ended otherwise
     */
    public Check end(Caller caller, Id monitor, Id id, Optional<String> failure) {
        Check found = find(caller, monitor, id);
        caller.require(Permission.MONITOR_RUN, found.project());
        if (evaluators.provider(monitors.find(caller, monitor)).isEmpty()) {
            throw new PlumblineException(new Failure.Conflict(
                    "the check " + id + " is not measured by a custom metrics provider, which alone could end it"));
        }
        if (!hasEnded(found, failure.isPresent() ? Task.State.FAILED : Task.State.FINISHED)) {
            Check.Outcome outcome = failure.map(
                            reason -> new Check.Outcome(Check.Result.FAILED, reason, Optional.empty(), 0))
                    .orElseGet(() -> published.outcome(found));
            store.conclude(caller.organization(), id, outcome);
        }
        return find(caller, monitor, id);
    }

    /**
     * Whether a check has ended so already.
     *
     * @throws PlumblineException of {@link Failure.Conflict} where it ended otherwise
     */
    private static boolean hasEnded(Check check, Task.State as) {
        Optional<Task.State> ended = check.state().isOver()
                ? Optional.of(check.state())
                : check.outcome().map(Check.Outcome::state);
        if (ended.isPresent() && ended.get() != as) {
            throw new PlumblineException(new Failure.Conflict("the check " + check.id() + " is over"));
        }
        return ended.isPresent();
    }
}
