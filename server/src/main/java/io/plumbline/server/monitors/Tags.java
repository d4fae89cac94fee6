package io.plumbline.server.monitors;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What tells numbers of one metric apart, for people. */
final class Tags {
    private Tags() {}

    /** Names and values; empty where there are none. */
    static String text(JsonNode tags) {
        return tags.properties().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue().asString())
                .collect(Collectors.joining(", "));
    }
}
