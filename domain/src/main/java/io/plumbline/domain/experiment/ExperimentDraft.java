package io.plumbline.domain.experiment;

import io.plumbline.domain.PlumblineException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An experiment to be made.
 *
 * @param name 1 to 500 characters, unique in the organization
 * @param note may be empty
 * @param tags by key
 */
public record ExperimentDraft(String name, String note, SortedMap<String, String> tags) {
    private static final int LONGEST_NAME = 500;

    /**
     * Checks name and keys.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public ExperimentDraft {
        checkName(name);
        tags.keySet().forEach(key -> Keys.checked("tag", key));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /**
     * Checks the name of an experiment.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw PlumblineException.invalid(
                    "name",
                    "the name of an experiment has 1 to " + LONGEST_NAME + " characters and no control characters");
        }
    }
}
