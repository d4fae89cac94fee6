package io.plumbline.dialects.mlflow;

import io.plumbline.dialects.mlflow.spelling.WireId;
import io.plumbline.domain.experiment.RunChange;
import java.util.SortedMap;

/** Tags by which clients say what the core has words of its own for; they are kept as tags as well. */
final class RunTags {
    static final String NAME = "mlflow.runName";
    static final String PARENT = "mlflow.parentRunId";
    static final String NOTE = "mlflow.note.content";
    static final String USER = "mlflow.user";
    static final String CONTEXT = "mlflow.data.context";

    private RunTags() {}

    /** What these tags change about the run itself. */
    static RunChange change(SortedMap<String, String> tags) {
        RunChange change = RunChange.NONE;
        if (tags.containsKey(NAME)) {
            change = change.withName(tags.getOrDefault(NAME, ""));
        }
        if (tags.containsKey(NOTE)) {
            change = change.withNote(tags.getOrDefault(NOTE, ""));
        }
        if (tags.containsKey(PARENT)) {
            change = change.withParent(WireId.run(tags.getOrDefault(PARENT, "")));
        }
        return change;
    }
}
