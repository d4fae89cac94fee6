package io.plumbline.store.sql;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.task.TaskHandler;
import io.plumbline.domain.task.TaskHandler.CancelledException;
import io.plumbline.domain.task.TaskHandler.PostponedException;
import io.plumbline.store.sql.TaskRuns.Run;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/** One run of a task on this node. */
final class TaskExecution {
    private static final System.Logger LOG = System.getLogger(TaskExecution.class.getName());

    private final TaskRuns runs;
    private final TaskHandler handler;
    private final BooleanSupplier shuttingDown;

    TaskExecution(TaskRuns runs, TaskHandler handler, BooleanSupplier shuttingDown) {
        this.runs = runs;
        this.handler = handler;
        this.shuttingDown = shuttingDown;
    }

    /** What came of a run. */
    enum Outcome {
        /** The task is over. */
        OVER,
        /** The task is in line again. */
        PUT_BACK,
        /** The task is in line again, to be tried a little later. */
        POSTPONED,
        /** Another run has taken its place, and nothing of this one counts. */
        REPLACED
    }

    Outcome execute(Id id) {
        return runs.start(id).map(this::execute).orElse(Outcome.OVER);
    }

    private Outcome execute(Run run) {
        try {
            Document result = handler.run(run.task(), (done, total, message) -> report(run, done, total, message));
            return outcome(runs.finish(run, result));
        } catch (CancelledException e) {
            return stopped(run);
        } catch (PostponedException e) {
            return runs.putBack(run) ? Outcome.POSTPONED : outcome(runs.cancel(run));
        } catch (RuntimeException | Error e) {
            return shuttingDown.getAsBoolean() ? stopped(run) : failed(run, e);
        }
    }

    private void report(Run run, long done, long total, String message) {
        if (shuttingDown.getAsBoolean() || !runs.report(run, done, total, message)) {
            throw new CancelledException();
        }
    }

    private Outcome stopped(Run run) {
        if (Thread.interrupted()) {
            LOG.log(Level.INFO, "The task " + run.task().id() + " did not stop by itself and was interrupted");
        }
        if (shuttingDown.getAsBoolean() && runs.putBack(run)) {
            return Outcome.PUT_BACK;
        }
        return outcome(runs.cancel(run));
    }

    private Outcome failed(Run run, Throwable because) {
        if (because instanceof PlumblineException known) {
            return outcome(runs.fail(run, known.failure().message()));
        }
        LOG.log(Level.ERROR, "The task " + run.task().id() + " of kind " + handler.kind() + " failed", because);
        return outcome(runs.fail(run, "the task failed for a reason inside the server, which its log tells"));
    }

    private static Outcome outcome(boolean counted) {
        return counted ? Outcome.OVER : Outcome.REPLACED;
    }
}
