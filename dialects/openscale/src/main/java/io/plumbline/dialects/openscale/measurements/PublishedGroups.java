package io.plumbline.dialects.openscale.measurements;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.Publication.Group;
import io.plumbline.domain.monitor.MonitorDefinition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Numbers from outside. Metrics and tags stand side by side; the definition tells them apart.
 *
 * @param definition of the monitor
 */
public record PublishedGroups(MonitorDefinition definition) {
    /**
     * The groups that these say, each with its tags.
     *
     * @param where they stand, for messages
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the place
     */
    public List<Group> of(List<Map<String, JsonNode>> metrics, String where) {
        return IntStream.range(0, metrics.size())
                .mapToObj(i -> group(metrics.get(i), where + "[" + i + "]"))
                .toList();
    }

    private Group group(Map<String, JsonNode> fields, String where) {
        SortedMap<String, String> tags = new TreeMap<>();
        SortedMap<String, Double> metrics = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (isTag(name, value)) {
                tags.put(name, tag(name, value, where));
            } else if (!value.isNull()) {
                metrics.put(name, metric(name, value, where));
            }
        });
        return new Group(tags, metrics);
    }

    /** What the definition does not have is taken for a tag where it is a text, so that the core can say what there is. */
    private boolean isTag(String name, JsonNode value) {
        boolean unknown = definition.metric(name).isEmpty();
        return !value.isNull() && (definition.hasTag(name) || (unknown && value.isString()));
    }

    private static String tag(String name, JsonNode value, String where) {
        if (!value.isValueNode()) {
            throw PlumblineException.invalid(where, "the tag " + name + " in " + where + " must be a text");
        }
        return value.asString();
    }

    private static double metric(String name, JsonNode value, String where) {
        if (!value.isNumber()) {
            throw PlumblineException.invalid(where, "the metric " + name + " in " + where + " must be a number");
        }
        return value.doubleValue();
    }
}
