package io.plumbline.server.importing.mlflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers as the API writes them: those that are not finite are texts. */
final class Numbers {
    private Numbers() {}

    /** The number of a node. */
    static double of(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : of(node.asString("NaN"));
    }

    /** The number of a text, as Java or as Python writes it. */
    static double of(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Writes a number. */
    static void put(ObjectNode to, String field, double number) {
        if (Double.isFinite(number)) {
            to.put(field, number);
        } else {
            to.put(field, Double.toString(number));
        }
    }
}
