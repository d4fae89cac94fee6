package io.plumbline.dialects.mlflow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The answer of operations that have nothing more to say. */
final class Nothing {
    private Nothing() {}

    static JsonNode more() {
        return JsonNodeFactory.instance.objectNode();
    }
}
