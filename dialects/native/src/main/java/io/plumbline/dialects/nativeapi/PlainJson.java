package io.plumbline.dialects.nativeapi;

import io.plumbline.domain.Facts;
import io.plumbline.domain.PlumblineException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain values of the core as JSON, and JSON as plain values. */
final class PlainJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PlainJson() {}

    /** Named values as the fields of an object. */
    static Map<String, JsonNode> fields(Facts facts) {
        return MAPPER.convertValue(facts.values(), new TypeReference<Map<String, JsonNode>>() {});
    }

    /** A plain value as JSON. */
    static @Nullable JsonNode tree(@Nullable Object value) {
        return value == null ? null : MAPPER.valueToTree(value);
    }

    /**
     * The fields of an object as named values; none where there is no object.
     *
     * @param where the name of the field that holds it
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a number is too large
     */
    static Facts facts(String where, @Nullable Map<String, JsonNode> fields) {
        if (fields == null) {
            return Facts.NONE;
        }
        try {
            return new Facts(MAPPER.convertValue(fields, new TypeReference<Map<String, @Nullable Object>>() {}));
        } catch (IllegalArgumentException notFinite) {
            throw PlumblineException.invalid(where, "a number is too large: " + notFinite.getMessage());
        }
    }
}
