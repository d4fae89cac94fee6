package io.plumbline.server.importing.mlflow;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Params and tags as the API writes them: a list of keys with values. */
final class KeyValueList {
    private KeyValueList() {}

    /** By key. */
    static Map<String, String> read(JsonNode list) {
        Map<String, String> all = new LinkedHashMap<>();
        list.valueStream()
                .forEach(entry -> all.put(
                        entry.path("key").asString(), entry.path("value").asString("")));
        return all;
    }

    /** As a list. */
    static ArrayNode write(Map<String, String> all) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
        return list;
    }
}
