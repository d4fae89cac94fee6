package io.plumbline.store.sql;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.plumbline.domain.Id;
import io.plumbline.domain.task.TaskHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Does tasks of a database on this node, beside the runners of other nodes: each task is done on one of them. A node that is gone is noticed by
 * its heartbeat, and its tasks are done again.
 */
public final class TaskRunner implements AutoCloseable {
    /** The fewest heartbeats that may be missed, as the scheduler library has it. */
    private static final int MISSED_HEARTBEATS = 4;

    /** After how long a task that must wait for another is tried again. */
    private static final Duration POSTPONED = Duration.ofMillis(500);

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final SqlTasks tasks;
    private final Scheduler scheduler;

    /**
     * A runner that has not started yet.
     *
     * @param tasks that it does, in this database
     * @param handlers one for each kind of tasks; those of other kinds are left to other nodes
     * @param clock that all nodes share
     */
    public TaskRunner(Database database, SqlTasks tasks, List<TaskHandler> handlers, InstantSource clock, Pace pace) {
        this.tasks = tasks;
        TaskRuns runs = new TaskRuns(database, clock);
        scheduler = Scheduler.create(
                        database.connections(),
                        handlers.stream()
                                .<com.github.kagkarlsson.scheduler.task.Task<?>>map(
                                        handler -> task(handler, runs, pace))
                                .toList())
                .tableName("scheduled_task")
                .jdbcCustomization(new MicrosecondTimes())
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(
                        "plumbline-" + ProcessHandle.current().pid()))
                .threads(pace.threads())
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.lease().dividedBy(MISSED_HEARTBEATS))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(pace.grace())
                .deleteUnresolvedAfter(NEVER)
                .build();
    }

    /**
     * How a runner goes about it.
     *
     * @param threads how many tasks are done at one time
     * @param poll after how long, at most, a task that another node was given is seen
     * @param lease after how long without a heartbeat a node is taken for gone
     * @param grace how long tasks have to stop when the runner is closed, and once more after they were interrupted
     */
    public record Pace(int threads, Duration poll, Duration lease, Duration grace) {
        /** For a server. */
        public static final Pace DEFAULT =
                new Pace(4, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    private static com.github.kagkarlsson.scheduler.task.Task<Void> task(
            TaskHandler handler, TaskRuns runs, Pace pace) {
        return Tasks.custom(handler.kind(), Void.class)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.OnFailureRetryLater<>(pace.lease()))
                .execute((instance, context) -> completion(runs, handler, Id.of(instance.getId()), context));
    }

    private static CompletionHandler<Void> completion(
            TaskRuns runs, TaskHandler handler, Id id, ExecutionContext context) {
        TaskExecution.Outcome outcome = new TaskExecution(
                        runs, handler, () -> context.getSchedulerState().isShuttingDown())
                .execute(id);
        return switch (outcome) {
            case OVER -> new CompletionHandler.OnCompleteRemove<>();
            case PUT_BACK -> (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
            case POSTPONED ->
                (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(POSTPONED));
            case REPLACED -> (complete, operations) -> {};
        };
    }

    /** Begins to do tasks. */
    public void start() {
        scheduler.start();
        tasks.onSubmit(scheduler::triggerCheckForDueExecutions);
    }

    /** Stops: tasks that run end at their next report of progress, and are done again by another runner or after the next start. */
    @Override
    public void close() {
        tasks.onSubmit(() -> {});
        scheduler.stop();
    }
}
