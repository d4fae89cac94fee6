package io.plumbline.dialects.openscale.resources;

import io.plumbline.domain.Document;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.JsonBody;
import io.plumbline.http.patch.JsonPatch;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entities of this dialect as trees: from requests, to the core's documents, patched, and to answers. */
public final class Documents {
    private static final String STATUS = "status";

    private final JsonMapper mapper;

    /** In the JSON of this mapper. */
    public Documents(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The tree of what came in a request, or of what is to be answered. */
    public ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /** The tree that the core keeps. */
    public ObjectNode tree(Document document) {
        return (ObjectNode) mapper.readTree(document.json());
    }

    /** The tree as the core keeps it. */
    public Document document(JsonNode tree) {
        return new Document(mapper.writeValueAsString(tree));
    }

    /**
     * The tree as a value of the contract.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field where it does not fit
     */
    public <T> T value(JsonNode tree, Class<T> type) {
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException misfit) {
            throw JsonBody.failure(misfit);
        }
    }

    /**
     * The entity after a patch.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the patch makes no sense or touches the status
     */
    public ObjectNode patched(ObjectNode entity, List<JsonPatchOperation> patch) {
        JsonNode after = JsonPatch.of(patch).apply(entity);
        if (!(after instanceof ObjectNode changed)) {
            throw PlumblineException.invalid("the patch leaves no object");
        }
        if (!same(entity.get(STATUS), changed.get(STATUS))) {
            throw PlumblineException.invalid(STATUS, "the status cannot be changed by a patch");
        }
        return changed;
    }

    private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one == null ? other == null : one.equals(other);
    }
}
