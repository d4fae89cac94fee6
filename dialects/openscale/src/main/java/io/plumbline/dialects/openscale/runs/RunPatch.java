package io.plumbline.dialects.openscale.runs;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a patch asks of a run: that it be cancelled, or nothing. */
final class RunPatch {
    private static final String STATUS = "status";
    private static final String STATE = "state";
    private static final Set<String> CANCELLED = Set.of("canceled", "cancelled");

    private RunPatch() {}

    /**
     * Whether a patch asks to cancel a run.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it asks for anything else
     */
    static boolean cancels(Check check, List<JsonPatchOperation> patch) {
        JsonNode before = Documents.tree(Runs.entity(check));
        ObjectNode after = Documents.patched(before, patch);
        if (after.equals(before)) {
            return false;
        }
        String state = after.path(STATUS).path(STATE).asString("");
        if (after.path(STATUS) instanceof ObjectNode status) {
            status.set(STATE, before.at("/status/state"));
        }
        if (!after.equals(before) || !CANCELLED.contains(state)) {
            throw PlumblineException.invalid(
                    "status.state", "a patch of a run can set status/state to canceled, and change nothing else");
        }
        return true;
    }
}
