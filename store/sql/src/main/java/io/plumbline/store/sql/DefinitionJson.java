package io.plumbline.store.sql;

import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.MonitorDefinition;
import io.plumbline.domain.monitor.MonitorDefinition.Applicability;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Limit;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Presence;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Definitions of monitors as JSON text. */
final class DefinitionJson {
    private DefinitionJson() {}

    static String write(MonitorDefinition definition) {
        ObjectNode node = FactsJson.JSON
                .createObjectNode()
                .put("id", definition.id())
                .put("name", definition.name())
                .put("description", definition.description());
        ArrayNode metrics = node.putArray("metrics");
        definition.metrics().forEach(metric -> write(metrics.addObject(), metric));
        ArrayNode tags = node.putArray("tags");
        definition
                .tags()
                .forEach(tag -> tags.addObject()
                        .put("id", tag.id())
                        .put("name", tag.name())
                        .put("description", tag.description())
                        .put("presence", tag.presence().name()));
        put(node, "tasks", names(definition.appliesTo().tasks()));
        put(node, "inputs", definition.appliesTo().inputs());
        put(node, "targets", definition.appliesTo().targets());
        definition.schedule().ifPresent(schedule -> node.put("schedule", ScheduleJson.write(schedule)));
        return FactsJson.plain(node);
    }

    private static void write(ObjectNode node, Metric metric) {
        node.put("id", metric.id())
                .put("name", metric.name())
                .put("direction", metric.direction().name())
                .put("presence", metric.presence().name());
        put(node, "tasks", names(metric.tasks()));
        ArrayNode limits = node.putArray("limits");
        metric.limits().forEach(limit -> {
            ObjectNode each = limits.addObject().put("side", limit.side().name());
            ThresholdJson.put(each, limit.value());
            ThresholdJson.write(each.putArray("specific"), limit.specific());
        });
    }

    private static Set<String> names(Set<Task> tasks) {
        return tasks.stream().map(Task::name).collect(Collectors.toSet());
    }

    private static void put(ObjectNode node, String name, Collection<String> values) {
        ArrayNode array = node.putArray(name);
        values.stream().sorted().forEach(array::add);
    }

    static MonitorDefinition read(String json) {
        JsonNode node = FactsJson.JSON.readTree(json);
        List<Metric> metrics = new ArrayList<>();
        node.required("metrics").forEach(each -> metrics.add(metric(each)));
        List<Tag> tags = new ArrayList<>();
        node.required("tags").forEach(each -> tags.add(tag(each)));
        return new MonitorDefinition(
                text(node, "id"),
                text(node, "name"),
                text(node, "description"),
                metrics,
                tags,
                new Applicability(tasks(node), texts(node, "inputs"), texts(node, "targets")),
                node.has("schedule") ? Optional.of(ScheduleJson.read(text(node, "schedule"))) : Optional.empty());
    }

    private static Metric metric(JsonNode node) {
        List<Limit> limits = new ArrayList<>();
        node.required("limits")
                .forEach(each -> limits.add(new Limit(
                        Side.valueOf(text(each, "side")),
                        ThresholdJson.value(each),
                        ThresholdJson.specific(each.required("specific")))));
        return new Metric(
                text(node, "id"),
                text(node, "name"),
                Direction.valueOf(text(node, "direction")),
                limits,
                tasks(node),
                Presence.valueOf(text(node, "presence")));
    }

    private static Tag tag(JsonNode node) {
        return new Tag(
                text(node, "id"),
                text(node, "name"),
                text(node, "description"),
                Presence.valueOf(text(node, "presence")));
    }

    private static Set<Task> tasks(JsonNode node) {
        return texts(node, "tasks").stream().map(Task::valueOf).collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode node, String name) {
        Set<String> texts = new LinkedHashSet<>();
        node.required(name).forEach(each -> texts.add(each.stringValue()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
