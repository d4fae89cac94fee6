package io.plumbline.dialects.openscale;

import io.plumbline.domain.Document;
import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.JsonBody;
import io.plumbline.http.patch.JsonPatch;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes over the wire in this dialect, as trees: from requests, to the core's documents, patched, and to answers. */
public final class Documents {
    private static final JsonMapper MAPPER = OpenScaleJson.mapper();
    private static final String STATUS = "status";
    private static final List<String> READ_ONLY = List.of("id", "metadata", STATUS);

    private Documents() {}

    /** The value as the core keeps it. */
    public static Document of(Object value) {
        return new Document(MAPPER.writeValueAsString(value));
    }

    /** The value as it goes over the wire. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The value of a document that {@link #of} made. */
    public static <T> T read(Document document, Class<T> type) {
        return MAPPER.readValue(document.json(), type);
    }

    /** Named values from outside as the core looks into them. */
    public static Facts facts(@Nullable Map<String, JsonNode> fields) {
        return fields == null
                ? Facts.NONE
                : plain(() ->
                        new Facts(MAPPER.convertValue(fields, new TypeReference<Map<String, @Nullable Object>>() {})));
    }

    /** A value from outside as the core looks into it. */
    public static @Nullable Object plain(@Nullable JsonNode value) {
        return value == null ? null : plain(() -> Facts.plain(MAPPER.convertValue(value, Object.class)));
    }

    private static <T extends @Nullable Object> T plain(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException notFinite) {
            throw PlumblineException.invalid("a number is too large: " + notFinite.getMessage());
        }
    }

    /** Named values of the core as they go over the wire. */
    public static Map<String, JsonNode> fields(Facts facts) {
        return MAPPER.convertValue(facts.values(), new TypeReference<Map<String, JsonNode>>() {});
    }

    /** What the core keeps, as a tree. */
    public static JsonNode tree(Document document) {
        return MAPPER.readTree(document.json());
    }

    /** A value as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value that has fields, as a tree. */
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The value that a tree from outside stands for.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field where it does not fit
     */
    public static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException misfit) {
            throw JsonBody.failure(misfit);
        }
    }

    /**
     * The object after a patch.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where the patch makes no sense or leaves no object; of
     *     {@link io.plumbline.domain.Failure.Conflict} where a test of it fails
     */
    public static ObjectNode patched(JsonNode before, List<JsonPatchOperation> patch) {
        if (JsonPatch.of(patch).apply(before) instanceof ObjectNode after) {
            return after;
        }
        throw PlumblineException.invalid("the patch leaves no object");
    }

    /**
     * The entity of a resource after a patch, without its status.
     *
     * @throws PlumblineException as {@link #patched}, and of {@link io.plumbline.domain.Failure.Invalid} where the patch touches what only the
     *     server writes
     */
    public static ObjectNode patchedEntity(Object entity, List<JsonPatchOperation> patch) {
        JsonNode before = tree(entity);
        ObjectNode after = patched(before, patch);
        READ_ONLY.forEach(field -> requireSame(field, before, after));
        return after.without(STATUS);
    }

    private static void requireSame(String field, JsonNode before, ObjectNode after) {
        if (!Objects.equals(before.get(field), after.get(field))) {
            throw PlumblineException.invalid(field, "the field " + field + " cannot be changed");
        }
    }
}
