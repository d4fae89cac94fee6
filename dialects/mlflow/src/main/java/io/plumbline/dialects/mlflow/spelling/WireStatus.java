package io.plumbline.dialects.mlflow.spelling;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.RunStatus;
import java.util.EnumSet;
import java.util.Set;

/** Statuses of runs as this dialect writes them. */
public final class WireStatus {
    private WireStatus() {}

    /** The word for a status; a run that is paused or silent is running as far as this dialect knows. */
    public static String of(RunStatus status) {
        return switch (status) {
            case PENDING -> "SCHEDULED";
            case RUNNING, UNRESPONSIVE, PAUSED -> "RUNNING";
            case COMPLETED -> "FINISHED";
            case FAILED -> "FAILED";
            case KILLED -> "KILLED";
        };
    }

    /**
     * The status of a word.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where there is no such word
     */
    public static RunStatus read(String word) {
        return switch (word) {
            case "RUNNING" -> RunStatus.RUNNING;
            case "SCHEDULED" -> RunStatus.PENDING;
            case "FINISHED" -> RunStatus.COMPLETED;
            case "FAILED" -> RunStatus.FAILED;
            case "KILLED" -> RunStatus.KILLED;
            default ->
                throw PlumblineException.invalid(
                        "status", "a status is one of RUNNING, SCHEDULED, FINISHED, FAILED and KILLED");
        };
    }

    /** All statuses that are written as this word. */
    public static Set<RunStatus> meant(String word) {
        Set<RunStatus> meant = EnumSet.noneOf(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            if (of(status).equalsIgnoreCase(word)) {
                meant.add(status);
            }
        }
        if (meant.isEmpty()) {
            throw PlumblineException.invalid("there is no status '" + word + "'");
        }
        return meant;
    }
}
