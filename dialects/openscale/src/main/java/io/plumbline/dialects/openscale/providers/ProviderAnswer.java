package io.plumbline.dialects.openscale.providers;

import io.plumbline.dialects.openscale.OpenScaleJson;
import io.plumbline.dialects.openscale.measurements.PublishedGroups;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.http.client.GuardedAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a provider answers: that it failed, its numbers as {@code fields} and {@code values} of {@code predictions}, or anything else where it
 * publishes them.
 *
 * @param definition of the monitor
 * @param host of the provider
 * @param credentials which no message may tell
 */
record ProviderAnswer(MonitorDefinition definition, String host, ProviderCredentials credentials) {
    private static final int SUCCESS = 2;
    private static final int LONGEST = 1000;

    /**
     * The numbers of an answer; none where there are none in it.
     *
     * @throws PlumblineException of {@link Failure.Unreachable} or {@link Failure.Conflict} where it failed
     */
    List<Group> read(GuardedAnswer answer) {
        if (answer.status() / 100 != SUCCESS) {
            throw new PlumblineException(
                    new Failure.Unreachable("the custom metrics provider at " + host + " answered " + answer.status()));
        }
        JsonNode body = json(answer.body());
        if (!body.path("errors").isEmpty()) {
            String told = credentials.cleared(body.path("errors").toString());
            throw new PlumblineException(new Failure.Conflict(
                    "the custom metrics provider failed: " + told.substring(0, Math.min(told.length(), LONGEST))));
        }
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        body.path("predictions").forEach(prediction -> rows.addAll(rows(prediction)));
        return new PublishedGroups(definition).of(rows, "predictions");
    }

    /** The body as a tree; nothing where it is no JSON, as a provider may answer that publishes. */
    static JsonNode json(byte[] body) {
        try {
            return OpenScaleJson.mapper().readTree(body);
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }

    /** One row of values or several. */
    private static List<Map<String, JsonNode>> rows(JsonNode prediction) {
        JsonNode fields = prediction.path("fields");
        JsonNode values = prediction.path("values");
        if (fields.isEmpty() || values.isEmpty()) {
            return List.of();
        }
        return values.get(0).isArray()
                ? values.valueStream().map(row -> row(fields, row)).toList()
                : List.of(row(fields, values));
    }

    private static Map<String, JsonNode> row(JsonNode fields, JsonNode values) {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
            row.put(fields.get(i).asString(""), values.get(i));
        }
        return row;
    }
}
