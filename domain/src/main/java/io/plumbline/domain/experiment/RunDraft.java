package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.time.Instant;
import java.util.Optional;

/**
 * A run to be made.
 *
 * @param experiment it belongs to, as the caller found it
 * @param name may be empty
 * @param note may be empty
 * @param status to begin with
 * @param parent the run that it is a part of
 * @param owner who stands for it; empty for the caller
 * @param startedAt when it began; empty for now
 * @param log its first params and tags
 */
public record RunDraft(
        Experiment experiment,
        String name,
        String note,
        RunStatus status,
        Optional<Id> parent,
        Optional<String> owner,
        Optional<Instant> startedAt,
        RunLog log) {
    private static final int LONGEST_NAME = 500;

    /**
     * Checks the name.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public RunDraft {
        checkName(name);
    }

    /**
     * Checks the name of a run.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    static void checkName(String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw PlumblineException.invalid(
                    "name", "the name of a run has at most " + LONGEST_NAME + " characters and no control characters");
        }
    }
}
