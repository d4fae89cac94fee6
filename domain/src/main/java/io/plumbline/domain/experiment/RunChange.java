package io.plumbline.domain.experiment;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be different about a run; what is empty stays as it is.
 *
 * @param name the new name
 * @param note the new note
 * @param status the new status
 * @param parent the new parent
 * @param endedAt when it ended
 */
public record RunChange(
        Optional<String> name,
        Optional<String> note,
        Optional<RunStatus> status,
        Optional<Id> parent,
        Optional<Instant> endedAt) {
    /** Nothing. */
    public static final RunChange NONE =
            new RunChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the name. */
    public RunChange {
        name.ifPresent(RunDraft::checkName);
    }

    /** The same with this name. */
    public RunChange withName(String newName) {
        return new RunChange(Optional.of(newName), note, status, parent, endedAt);
    }

    /** The same with this note. */
    public RunChange withNote(String newNote) {
        return new RunChange(name, Optional.of(newNote), status, parent, endedAt);
    }

    /** The same with this parent. */
    public RunChange withParent(Id newParent) {
        return new RunChange(name, note, status, Optional.of(newParent), endedAt);
    }
}
