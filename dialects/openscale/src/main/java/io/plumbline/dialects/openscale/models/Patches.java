package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.PlumblineException;
import io.plumbline.http.patch.JsonPatch;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes entities by patches of what goes over the wire. */
final class Patches {
    private static final String STATUS = "status";

    private Patches() {}

    /**
     * The entity after a patch, without its status.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the patch makes no sense or changes the status; of
     *     {@link io.plumbline.domain.Failure.Conflict} where a test of it fails
     */
    static ObjectNode apply(Object entity, List<JsonPatchOperation> operations) {
        JsonNode before = Documents.tree(entity);
        JsonNode after = JsonPatch.of(operations).apply(before);
        if (!(after instanceof ObjectNode object)) {
            throw PlumblineException.invalid("the patch leaves no object");
        }
        if (!before.path(STATUS).equals(object.path(STATUS))) {
            throw PlumblineException.invalid(STATUS, "the field status cannot be changed");
        }
        return object.without(STATUS);
    }
}
