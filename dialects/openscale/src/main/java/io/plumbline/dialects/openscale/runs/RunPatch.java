package io.plumbline.dialects.openscale.runs;

import io.plumbline.dialects.openscale.Documents;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.check.Check;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a patch asks of a run: that it be cancelled, or be over because its provider says so; or nothing. */
sealed interface RunPatch {
    /** Nothing. */
    record Nothing() implements RunPatch {}

    /** That it be cancelled. */
    record Cancel() implements RunPatch {}

    /**
     * That it be over.
     *
     * @param failure why it failed; empty where it finished
     */
    record End(Optional<String> failure) implements RunPatch {}

    /**
     * What a patch asks of a run. Providers replace the end and the failure of the status as well, also where there is none yet.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it asks for anything else
     */
    static RunPatch of(Check check, List<JsonPatchOperation> patch) {
        ObjectNode before = PatchedStatus.completed(Documents.object(Runs.entity(check)));
        ObjectNode after = Documents.patched(before, patch);
        if (after.equals(before)) {
            return new Nothing();
        }
        if (!PatchedStatus.isAllChanged(before, after)) {
            throw refused();
        }
        return of(PatchedStatus.state(before), after.path(PatchedStatus.FIELD));
    }

    private static RunPatch of(String before, JsonNode status) {
        return switch (status.path(PatchedStatus.STATE).asString("")) {
            case "canceled", "cancelled" -> new Cancel();
            case "finished" -> new End(Optional.empty());
            case "error" -> new End(Optional.of(PatchedStatus.reason(status)));
            case "running" -> {
                if (!before.equals("queued")) {
                    throw refused();
                }
                yield new Nothing();
            }
            default -> throw refused();
        };
    }

    private static PlumblineException refused() {
        return PlumblineException.invalid(
                "status.state",
                "a patch of a run can set status/state to canceled, or to finished or error with status/completed_at and status/failure"
                        + " where a custom metrics provider measures it, and change nothing else");
    }
}
