package io.plumbline.domain.task;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of work that survives a crash.
 *
 * @param id of the task
 * @param organization whose it is
 * @param project it belongs to, where it belongs to one
 * @param kind which {@link TaskHandler} does it
 * @param subject what it is about, such as a dataset
 * @param input what it needs
 * @param state how far it is
 * @param done units done so far
 * @param total units in all, 0 while that is not known
 * @param message what a person should know of it now, may be empty
 * @param result what came out, once finished
 * @param createdBy the name of the user who asked for it
 * @param createdAt when it was asked for
 * @param startedAt when it first started
 * @param endedAt when it finished, failed or was cancelled
 */
public record Task(
        Id id,
        Id organization,
        Optional<Id> project,
        String kind,
        Id subject,
        Document input,
        State state,
        long done,
        long total,
        String message,
        Optional<Document> result,
        String createdBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {
    /** How far a task is. */
    public enum State {
        QUEUED,
        RUNNING,
        FINISHED,
        FAILED,
        CANCELLED;

        /** Whether nothing will happen any more. */
        public boolean isOver() {
            return this == FINISHED || this == FAILED || this == CANCELLED;
        }
    }
}
