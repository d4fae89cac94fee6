package io.plumbline.server.dialect;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes documents that fit a schema of the contract. */
final class SampleBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final DialectContract contract;

    private SampleBody(DialectContract contract) {
        this.contract = contract;
    }

    /** A document with all fields of this schema. */
    static JsonNode of(DialectContract contract, JsonNode schema) {
        return new SampleBody(contract).of(schema, 0);
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = contract.resolved(reference);
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (schema.has("oneOf")) {
            return of(schema.path("oneOf").path(0), depth);
        }
        return switch (schema.path("type").asString("object")) {
            case "array" ->
                depth > DEEPEST ? NODES.arrayNode() : NODES.arrayNode().add(of(schema.path("items"), depth + 1));
            case "integer" -> NODES.numberNode(1);
            case "number" -> NODES.numberNode(0.5);
            case "boolean" -> NODES.booleanNode(true);
            case "string" ->
                NODES.stringNode(schema.path("format").asString("").equals("date-time") ? "2026-03-01T00:00:00Z" : "a");
            default -> object(schema, depth);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode made = NODES.objectNode();
        if (depth <= DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(field -> made.set(field.getKey(), of(field.getValue(), depth + 1)));
        }
        return made;
    }
}
