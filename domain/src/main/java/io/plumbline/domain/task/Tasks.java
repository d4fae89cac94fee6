package io.plumbline.domain.task;

import io.plumbline.domain.Document;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import java.util.List;
import java.util.Optional;

/** Durable background work: what was submitted is done once, on one node, also after a crash. */
public interface Tasks {
    /** Puts work in line, durably, and returns it as queued. */
    Task submit(Caller caller, Optional<Id> project, String kind, Id subject, Document input);

    /** The task with this id. */
    Optional<Task> find(Id organization, Id id);

    /** Tasks of this kind about this subject, newest first. */
    List<Task> about(Id organization, String kind, Id subject);

    /**
     * Asks a task to stop; one that waits is cancelled at once, one that runs at its next report of progress.
     *
     * @return whether there was something to stop
     */
    boolean cancel(Id organization, Id id);

    /**
     * Forgets tasks of this kind about this subject that are over.
     *
     * @return how many
     */
    int forget(Id organization, String kind, Id subject);
}
