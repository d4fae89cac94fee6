package io.plumbline.domain.audit;

import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import java.util.List;
import java.util.OptionalLong;

/** An append-only log of changes. Each entry holds a hash over itself and the entry before, so that a changed or a missing one shows. */
public interface AuditLog {
    /**
     * Notes a change that was made.
     *
     * @param caller who made it
     * @param action such as {@code add}, {@code change}, {@code remove}
     * @param what the kind of thing
     * @param id of the thing
     */
    void append(Caller caller, String action, String what, Id id);

    /** Entries of this organization after this number, oldest first, at most so many. */
    List<AuditEntry> entries(Id organization, long after, int limit);

    /** Reads the whole log and returns the number of the first entry that does not fit the one before, or empty where all fit. */
    OptionalLong firstBroken();
}
