package io.plumbline.store.sql;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts by key as the text of a JSON object, where no query looks into them. */
final class TagsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private TagsJson() {}

    static String write(SortedMap<String, ?> tags) {
        return JSON.writeValueAsString(tags);
    }

    static SortedMap<String, String> read(String json) {
        return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    static SortedMap<String, Integer> readNumbers(String json) {
        return JSON.readValue(json, new TypeReference<TreeMap<String, Integer>>() {});
    }
}
