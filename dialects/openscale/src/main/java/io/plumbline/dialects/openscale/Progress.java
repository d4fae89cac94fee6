package io.plumbline.dialects.openscale;

import io.plumbline.dialects.openscale.wire.ErrorItem;
import io.plumbline.dialects.openscale.wire.ErrorReport;
import io.plumbline.dialects.openscale.wire.RunState;
import io.plumbline.dialects.openscale.wire.RunStatus;
import io.plumbline.domain.Id;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.Task.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a piece of background work is.
 *
 * @param id of the work
 * @param state of the work
 * @param message what a person should know of it now; of what failed, why; may be empty
 * @param createdAt when it was asked for
 * @param startedAt when it first started
 * @param endedAt when it finished, failed or was cancelled
 */
public record Progress(
        Id id, State state, String message, Instant createdAt, Optional<Instant> startedAt, Optional<Instant> endedAt) {
    private static final String CANCELLED = "PLB4093E";
    private static final String FAILED = "PLB5001E";

    /** Of a task. */
    public static Progress of(Task task) {
        return new Progress(
                task.id(), task.state(), task.message(), task.createdAt(), task.startedAt(), task.endedAt());
    }

    /** As it goes over the wire: what was cancelled is an error there. */
    public RunStatus.Builder status() {
        RunStatus.Builder status = RunStatus.builder()
                .state(wireState())
                .queuedAt(createdAt)
                .startedAt(startedAt.orElse(null))
                .updatedAt(endedAt.or(() -> startedAt).orElse(createdAt))
                .completedAt(endedAt.orElse(null))
                .message(message.isEmpty() ? null : message);
        return state == State.FAILED || state == State.CANCELLED ? status.failure(failure()) : status;
    }

    private RunState wireState() {
        return switch (state) {
            case QUEUED -> RunState.QUEUED;
            case RUNNING -> RunState.RUNNING;
            case FINISHED -> RunState.FINISHED;
            case FAILED, CANCELLED -> RunState.ERROR;
        };
    }

    private ErrorReport failure() {
        ErrorItem item = ErrorItem.builder()
                .code(state == State.CANCELLED ? CANCELLED : FAILED)
                .message(message.isEmpty() ? "it was " + state : message)
                .parameters(List.of())
                .build();
        return ErrorReport.builder().trace(WireId.of(id)).errors(List.of(item)).build();
    }
}
