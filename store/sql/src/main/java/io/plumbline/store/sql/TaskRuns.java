package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.TASK;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.task.Task;
import io.plumbline.store.sql.generated.tables.records.TaskRecord;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What a runner notes of the runs of tasks. Each note is durable, and is taken of a task's last run only. */
final class TaskRuns {
    /** A task that never comes to an end, because it takes the server down with it, say, is given up after so many runs. */
    private static final int MOST_CUT_OFF = 5;

    private final Database database;
    private final InstantSource clock;

    TaskRuns(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A run of a task.
     *
     * @param task as it was when the run began
     * @param number counts the runs of the task
     */
    record Run(Task task, long number) {}

    /** Begins a run of a task; empty where there is nothing to do any more. */
    Optional<Run> start(Id id) {
        return database.write(sql -> {
            // Counting first makes whoever else would change the task wait until the transaction ends.
            sql.update(TASK)
                    .set(TASK.RUN, TASK.RUN.plus(1))
                    .where(TASK.ID.eq(id.toString()))
                    .execute();
            return sql.selectFrom(TASK)
                    .where(TASK.ID.eq(id.toString()))
                    .fetchOptional()
                    .flatMap(row -> start(sql, row));
        });
    }

    private Optional<Run> start(DSLContext sql, TaskRecord row) {
        Task task = TaskRows.task(row);
        Run run = new Run(task, row.getRun());
        if (task.state().isOver()) {
            return Optional.empty();
        }
        int cutOff = row.getCutOff() + (task.state() == Task.State.RUNNING ? 1 : 0);
        if (row.getStopRequested()) {
            end(sql, run, Task.State.CANCELLED, new TaskRecord());
            return Optional.empty();
        }
        if (cutOff >= MOST_CUT_OFF) {
            String message = "the server ended " + cutOff + " times while the task ran; it is not tried again";
            end(sql, run, Task.State.FAILED, saying(message));
            return Optional.empty();
        }
        sql.update(TASK)
                .set(TASK.STATE, Task.State.RUNNING.name())
                .set(TASK.CUT_OFF, cutOff)
                .set(TASK.STARTED_AT, Times.micros(task.startedAt().orElseGet(clock::instant)))
                .where(is(run))
                .execute();
        return Optional.of(run);
    }

    /** Notes how far a run is; false where it should stop, because somebody wants that or another run has taken its place. */
    boolean report(Run run, long done, long total, String message) {
        String stored = Texts.replaced(message);
        return database.write(sql -> sql.update(TASK)
                                .set(TASK.DONE_UNITS, done)
                                .set(TASK.TOTAL_UNITS, total)
                                .set(TASK.MESSAGE, stored)
                                .where(is(run))
                                .execute()
                        == 1
                && !sql.fetchExists(TASK, is(run).and(TASK.STOP_REQUESTED.isTrue())));
    }

    /** Notes what came out; false where another run has taken its place. */
    boolean finish(Run run, Document result) {
        TaskRecord rest = new TaskRecord();
        rest.setResult(Texts.storable(result.json()));
        return database.write(sql -> end(sql, run, Task.State.FINISHED, rest));
    }

    /** Notes that the task failed; false where another run has taken its place. */
    boolean fail(Run run, String message) {
        return database.write(sql -> end(sql, run, Task.State.FAILED, saying(message)));
    }

    /** Notes that the task was stopped; false where another run has taken its place. */
    boolean cancel(Run run) {
        return database.write(sql -> end(sql, run, Task.State.CANCELLED, new TaskRecord()));
    }

    /** Puts the task in line again, unless somebody wants it to stop; false then, or where another run has taken its place. */
    boolean putBack(Run run) {
        return database.write(sql -> sql.update(TASK)
                        .set(TASK.STATE, Task.State.QUEUED.name())
                        .where(is(run))
                        .and(TASK.STOP_REQUESTED.isFalse())
                        .execute()
                == 1);
    }

    private boolean end(DSLContext sql, Run run, Task.State state, TaskRecord rest) {
        rest.setState(state.name());
        rest.setEndedAt(Times.micros(clock.instant()));
        return sql.update(TASK).set(rest).where(is(run)).execute() == 1;
    }

    private static TaskRecord saying(String message) {
        TaskRecord rest = new TaskRecord();
        rest.setMessage(Texts.replaced(message));
        return rest;
    }

    private static Condition is(Run run) {
        return TASK.ID.eq(run.task().id().toString()).and(TASK.RUN.eq(run.number()));
    }
}
