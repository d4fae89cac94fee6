package io.plumbline.domain.experiment;

/** How far a run is. */
public enum RunStatus {
    /** Waits to be started. */
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    /** Stopped by somebody. */
    KILLED,
    /** Said to be running, but not heard of for too long. It is never stored: see {@link Run#statusAt}. */
    UNRESPONSIVE,
    PAUSED;

    /** Whether nothing more is expected of the run. */
    public boolean isOver() {
        return this == COMPLETED || this == FAILED || this == KILLED;
    }
}
