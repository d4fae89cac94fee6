package io.plumbline.dialects.openscale.resources;

import io.plumbline.domain.Document;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.JsonBody;
import io.plumbline.http.patch.JsonPatch;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entities of this dialect as trees: from requests, to the core's documents, patched, and to answers. */
public final class Documents {
    private static final List<String> READ_ONLY = List.of("id", "metadata", "status");

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
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the patch makes no sense or touches what only the server writes
     */
    public ObjectNode patched(ObjectNode entity, List<JsonPatchOperation> patch) {
        JsonNode after = JsonPatch.of(patch).apply(entity);
        if (!(after instanceof ObjectNode changed)) {
            throw PlumblineException.invalid("the patch leaves no object");
        }
        READ_ONLY.forEach(field -> requireSame(field, entity, changed));
        return changed;
    }

    private static void requireSame(String field, ObjectNode before, ObjectNode after) {
        if (!Objects.equals(before.get(field), after.get(field))) {
            throw PlumblineException.invalid(field, "the " + field + " cannot be changed by a patch");
        }
    }
}
