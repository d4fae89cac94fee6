package io.plumbline.domain.experiment;

import io.plumbline.domain.Document;
import io.plumbline.domain.artifact.Artifacts;
import io.plumbline.domain.task.Task;
import io.plumbline.domain.task.TaskHandler;
import java.util.Optional;

/** Deletes a run in the bin for good: its artifacts, then its history bit by bit, then the run. Memory does not grow with the run. */
public final class RunPurge implements TaskHandler {
    /** The kind of tasks it does. */
    public static final String KIND = "run-purge";

    private final RunStore runs;
    private final Artifacts artifacts;

    /** Over these stores. */
    public RunPurge(RunStore runs, Artifacts artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Document run(Task task, Progress progress) {
        Optional<Run> found = runs.find(task.organization(), task.subject());
        // One that was cut off after its end finds nothing, and one that was restored meanwhile stays.
        if (found.isPresent() && found.get().lifecycle() == Lifecycle.DELETED) {
            purge(found.get(), progress);
        }
        return Document.EMPTY;
    }

    /** Deletes a run in the bin; one that was taken out of it stays. */
    void purge(Run run, Progress progress) {
        long parts = 0;
        while (artifacts.removePart(run.organization(), run.id())) {
            progress.report(++parts, 0, "removing artifacts");
        }
        while (runs.removePart(run)) {
            progress.report(++parts, 0, "removing history");
        }
    }
}
