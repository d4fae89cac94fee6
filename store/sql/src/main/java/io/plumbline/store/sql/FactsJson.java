package io.plumbline.store.sql;

import io.plumbline.domain.Facts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plain values as JSON text, and back to equal ones. */
final class FactsJson {
    static final JsonMapper JSON = new JsonMapper();

    private FactsJson() {}

    static String write(Facts facts) {
        return plain(facts.values());
    }

    static Facts read(String json) {
        return new Facts(JSON.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    /** The text of a plain value, which can be stored. */
    static String plain(@Nullable Object value) {
        return Texts.storable(JSON.writeValueAsString(value));
    }

    static String tags(SortedMap<String, String> tags) {
        return plain(tags);
    }

    static SortedMap<String, String> tags(String json) {
        return Collections.unmodifiableSortedMap(JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
    }

    static List<String> texts(String json) {
        return JSON.readValue(json, new TypeReference<List<String>>() {});
    }
}
