package io.plumbline.store.sql;

import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.Threshold;
import io.plumbline.domain.monitor.Threshold.Condition;
import io.plumbline.domain.monitor.Threshold.Specific;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Limits as JSON text. */
final class ThresholdJson {
    private ThresholdJson() {}

    static String write(List<Threshold> thresholds) {
        ArrayNode array = FactsJson.JSON.createArrayNode();
        thresholds.forEach(threshold -> {
            ObjectNode node = array.addObject()
                    .put("metric", threshold.metric())
                    .put("side", threshold.side().name());
            put(node, threshold.value());
            write(node.putArray("specific"), threshold.specific());
        });
        return FactsJson.plain(array);
    }

    static void put(ObjectNode node, OptionalDouble value) {
        value.ifPresent(number -> node.put("value", number));
    }

    static void write(ArrayNode array, List<Specific> specific) {
        specific.forEach(each -> {
            ArrayNode conditions = array.addObject().put("value", each.value()).putArray("conditions");
            each.conditions()
                    .forEach(condition -> conditions
                            .addObject()
                            .put("type", condition.type())
                            .put("key", condition.key())
                            .put("value", condition.value()));
        });
    }

    static List<Threshold> read(String json) {
        List<Threshold> thresholds = new ArrayList<>();
        for (JsonNode node : FactsJson.JSON.readTree(json)) {
            thresholds.add(new Threshold(
                    node.required("metric").stringValue(),
                    Side.valueOf(node.required("side").stringValue()),
                    value(node),
                    specific(node.required("specific"))));
        }
        return thresholds;
    }

    static OptionalDouble value(JsonNode node) {
        return node.has("value") ? OptionalDouble.of(node.required("value").doubleValue()) : OptionalDouble.empty();
    }

    static List<Specific> specific(JsonNode array) {
        List<Specific> specific = new ArrayList<>();
        for (JsonNode node : array) {
            List<Condition> conditions = new ArrayList<>();
            for (JsonNode condition : node.required("conditions")) {
                conditions.add(new Condition(
                        condition.required("type").stringValue(),
                        condition.required("key").stringValue(),
                        condition.required("value").stringValue()));
            }
            specific.add(new Specific(node.required("value").doubleValue(), conditions));
        }
        return specific;
    }
}
