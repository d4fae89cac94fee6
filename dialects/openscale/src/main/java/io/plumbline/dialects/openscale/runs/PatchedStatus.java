package io.plumbline.dialects.openscale.runs;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The status of a run as a tree that is patched. */
final class PatchedStatus {
    static final String FIELD = "status";
    static final String STATE = "state";
    private static final Set<String> CHANGED = Set.of(STATE, "completed_at", "failure");
    private static final int LONGEST = 1000;

    private PatchedStatus() {}

    /** With a place for all that a patch may replace. */
    static ObjectNode completed(ObjectNode run) {
        ObjectNode status = (ObjectNode) run.path(FIELD);
        CHANGED.stream().filter(name -> !status.has(name)).forEach(status::putNull);
        return run;
    }

    /** Whether nothing is changed but what a patch may change. */
    static boolean isAllChanged(ObjectNode before, ObjectNode after) {
        return after.path(FIELD) instanceof ObjectNode && without(before).equals(without(after));
    }

    private static ObjectNode without(ObjectNode run) {
        ObjectNode rest = run.deepCopy();
        ((ObjectNode) rest.path(FIELD)).remove(CHANGED);
        return rest;
    }

    static String state(ObjectNode run) {
        return run.path(FIELD).path(STATE).asString("");
    }

    /** What a person should know of a failure. */
    static String reason(JsonNode status) {
        String told = status.at("/failure/errors/0/message").asString("");
        return told.isBlank()
                ? "the custom metrics provider says that it failed"
                : told.substring(0, Math.min(told.length(), LONGEST));
    }
}
