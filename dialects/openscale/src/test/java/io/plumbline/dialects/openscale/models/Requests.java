package io.plumbline.dialects.openscale.models;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests as clients send them. */
public final class Requests {
    private Requests() {}

    /** A subscription with no more than must be there. */
    public static ObjectNode subscription(OpenScaleServer server) {
        return json("""
                {"asset": {"asset_id": "model-7", "asset_type": "model"},
                 "deployment": {"deployment_id": "deployment-7"}}
                """).put("data_mart_id", server.dataMart).put("service_provider_id", server.serviceProvider);
    }

    /** A subscription to a model of credit risk. */
    public static ObjectNode credit(OpenScaleServer server) {
        ObjectNode request = subscription(server);
        request.set("asset", json("""
                        {"asset_id": "credit", "name": "Credit risk", "url": "", "asset_type": "model",
                         "input_data_type": "structured", "problem_type": "binary"}
                        """));
        request.set("deployment", json("""
                        {"deployment_id": "credit-online", "name": "Credit risk online", "deployment_type": "online",
                         "scoring_endpoint": {"url": "https://models.example/credit", "credentials": {"token": "hush"}}}
                        """));
        request.set("asset_properties", json("""
                        {"label_column": "Risk", "prediction_field": "prediction", "probability_fields": ["probability"],
                         "feature_fields": ["Sex", "Age"], "categorical_fields": ["Sex"],
                         "training_data_schema": {"type": "struct", "fields": [
                           {"name": "Sex", "type": "string", "nullable": true, "metadata": {}},
                           {"name": "Age", "type": "integer", "nullable": true},
                           {"name": "Risk", "type": "string", "nullable": true}]}}
                        """));
        return request;
    }

    /** A data set of a subscription. */
    public static ObjectNode dataSet(OpenScaleServer server, String type, String targetType, String targetId) {
        ObjectNode request = json("""
                {"name": "outcomes", "description": "what became of it", "managed_by": "somebody", "schema_update_mode": "auto",
                 "location": {"table_name": "OUTCOMES"},
                 "data_schema": {"type": "struct", "id": "7", "name": "outcome", "fields": [
                   {"name": "id", "type": "string", "nullable": false, "metadata": {"modeling_role": "record-id"}},
                   {"name": "amount", "type": "decimal(14,6)", "nullable": true, "metadata": {"own": [1, 2]}},
                   {"name": "at", "type": "date", "nullable": true, "metadata": {}},
                   {"name": "picture", "type": "binary", "nullable": true, "metadata": {}},
                   {"name": "scores", "type": {"type": "array", "elementType": "double", "containsNull": true}, "nullable": true, "metadata": {}},
                   {"name": "words", "type": {"type": "array", "elementType": "string", "containsNull": true}, "nullable": true, "metadata": {}},
                   {"name": "paid", "type": "boolean", "nullable": true, "metadata": {"modeling_role": "target"}}]}}
                """).put("data_mart_id", server.dataMart).put("type", type);
        request.putObject("target").put("target_type", targetType).put("target_id", targetId);
        return request;
    }

    public static ObjectNode json(String text) {
        return (ObjectNode) OpenScaleServer.MAPPER.readTree(text);
    }

    /** The names of the fields of a schema. */
    public static List<String> names(JsonNode schema) {
        return schema.path("fields")
                .valueStream()
                .map(field -> field.path("name").stringValue())
                .toList();
    }

    /** The field of this name of a schema. */
    public static JsonNode field(JsonNode schema, String name) {
        return schema.path("fields")
                .valueStream()
                .filter(field -> field.path("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
