package io.plumbline.server.importing.mlflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A run as its source has it, without the points of its metrics.
 *
 * @param id 32 hex digits
 * @param name for people, may be empty
 * @param user who made it, may be empty
 * @param status as the API writes it
 * @param start in milliseconds since 1970-01-01T00:00:00Z
 * @param end likewise, where it has ended
 * @param params by key
 * @param tags by key
 * @param metrics keys
 * @param inputs data that it read, as the API writes it
 */
record RunData(
        String id,
        String name,
        String user,
        String status,
        long start,
        Optional<Long> end,
        Map<String, String> params,
        Map<String, String> tags,
        List<String> metrics,
        List<JsonNode> inputs) {
    private static final String PARENT = "mlflow.parentRunId";

    /** The run that it is a part of. */
    Optional<String> parent() {
        return Optional.ofNullable(tags.get(PARENT));
    }
}
