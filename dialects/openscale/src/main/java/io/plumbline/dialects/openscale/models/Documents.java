package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.domain.Document;
import io.plumbline.http.JsonBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the core keeps for this dialect beside its own words: wire records as JSON, without fields that are not set. */
final class Documents {
    private static final JsonMapper MAPPER = OpenScaleJson.mapper();

    private Documents() {}

    /** The document of a value. */
    static Document of(Object value) {
        return new Document(MAPPER.writeValueAsString(value));
    }

    /** The value of a document that {@link #of} made. */
    static <T> T read(Document document, Class<T> type) {
        return MAPPER.readValue(document.json(), type);
    }

    /** Any document as a tree. */
    static JsonNode tree(Document document) {
        return MAPPER.readTree(document.json());
    }

    /** A value as a tree. */
    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The value that a tree from outside stands for.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the field
     */
    static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException unreadable) {
            throw JsonBody.failure(unreadable);
        }
    }
}
