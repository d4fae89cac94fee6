package io.plumbline.domain.check;

import io.plumbline.domain.Facts;
import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Window;
import io.plumbline.domain.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run of a monitor.
 *
 * @param id of the check, and of the measurement that it makes
 * @param organization whose it is
 * @param project it belongs to, where it belongs to one
 * @param monitor that is run
 * @param request what was asked for
 * @param state how far it is
 * @param done units done so far
 * @param total units in all, 0 while that is not known
 * @param message what a person should know of it now; of a failed one, why; may be empty
 * @param outcome what came out, once finished
 * @param createdBy the name of the user who asked for it; of a scheduled one, who made the monitor
 * @param createdAt when it was asked for
 * @param startedAt when it first started
 * @param endedAt when it finished, failed or was cancelled
 */
public record Check(
        Id id,
        Id organization,
        Optional<Id> project,
        Id monitor,
        Request request,
        Task.State state,
        long done,
        long total,
        String message,
        Optional<Outcome> outcome,
        String createdBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {
    /**
     * What was asked for.
     *
     * @param trigger what asked
     * @param window of event time to look at; empty for what the definition takes by itself, mostly what came since the last check
     * @param businessDate a day of UTC to look at in place of a window
     * @param parameters settings of this check, before those of the monitor
     * @param attributes what a dialect keeps beside
     */
    public record Request(
            Trigger trigger,
            Optional<Window> window,
            Optional<LocalDate> businessDate,
            Facts parameters,
            Facts attributes) {
        /** Asked by this, for what the definition takes by itself. */
        public static Request by(Trigger trigger) {
            return new Request(trigger, Optional.empty(), Optional.empty(), Facts.NONE, Facts.NONE);
        }

        /** Of this window. */
        public Request over(Window newWindow) {
            return new Request(trigger, Optional.of(newWindow), Optional.empty(), parameters, attributes);
        }
    }

    /** What asked for a check. */
    public enum Trigger {
        USER,
        SCHEDULER,
        EVENT,
        WEBHOOK
    }

    /**
     * What came out.
     *
     * @param result whether there is a measurement, which has the check's id, or names the check where it was published
     * @param message why there is none, or what to know of it; may be empty
     * @param window of event time that was looked at
     * @param records how many records were looked at
     */
    public record Outcome(Result result, String message, Optional<Window> window, long records) {
        /** How the check ends with it. */
        public Task.State state() {
            return result.state();
        }
    }

    /** Whether there is a measurement. */
    public enum Result {
        MEASURED,
        /** There was nothing to compute it from, which is no failure. */
        NOT_COMPUTABLE,
        /** Whoever was asked to measure said that it could not; the message is theirs. */
        FAILED;

        /** How a check ends with it. */
        public Task.State state() {
            return this == FAILED ? Task.State.FAILED : Task.State.FINISHED;
        }
    }
}
