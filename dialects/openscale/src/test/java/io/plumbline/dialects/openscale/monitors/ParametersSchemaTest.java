package io.plumbline.dialects.openscale.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.models.OpenScaleServer;
import io.plumbline.dialects.openscale.models.OpenScaleServer.Answer;
import io.plumbline.dialects.openscale.models.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ParametersSchemaTest {
    private static final String WINDOW = """
            {"type": "object", "additionalProperties": false, "required": ["window"],
             "properties": {"window": {"type": "object", "properties": {"days": {"type": "integer", "minimum": 1}}}}}
            """;

    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer define(String schema) {
        ObjectNode request = Requests.json("{\"name\": \"profit\", \"metrics\": [{\"name\": \"gain\"}], \"tags\": []}");
        return server.post("/monitor_definitions", request.set("parameters_schema", Requests.json(schema)));
    }

    private Answer enable(String parameters) {
        String subscription = server.post("/subscriptions", Requests.credit(server))
                .expect(202)
                .at("/metadata/id")
                .stringValue();
        ObjectNode request = Requests.json("{\"monitor_definition_id\": \"profit\"}");
        request.put("data_mart_id", server.dataMart).set("parameters", Requests.json(parameters));
        request.putObject("target").put("target_type", "subscription").put("target_id", subscription);
        return server.post("/monitor_instances", request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": 7} | /type",
                "{\"properties\": {\"a\": {\"type\": \"nothing\"}}} | /properties/a/type",
                "{\"$ref\": \"#\"} | without end",
                "{\"$ref\": \"#/$defs/none\"} | cannot be used",
                "{\"$ref\": \"http://127.0.0.1:9/schema\"} | cannot be used",
                "{\"$ref\": \"file:///etc/passwd\"} | cannot be used",
                "{\"properties\": {\"a\": {\"pattern\": \"(((\"}}} | cannot be used",
                "{\"properties\": {\"a\": {\"pattern\": \"(a)\\\\1\"}}} | a pattern without references to groups and without looking around",
                "{\"$schema\": \"http://example.org/mine\"} | draft"
            })
    void whatIsNoSchemaIsRefused(String schema, String message) {
        define(schema).expectError(400, message);
        server.get("/monitor_definitions/profit").expectError(404, "profit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | required property 'window'",
                "{\"window\": {\"days\": 0}} | /window/days: must have a minimum value of 1",
                "{\"window\": {}, \"other\": 1} | other"
            })
    void parametersOfAnotherFormAreRefused(String parameters, String message) {
        define(WINDOW).expect(201);
        enable(parameters).expectError(400, message);
    }

    @Test
    void parametersKeepTheirFormWhenTheyAreChanged() {
        define(WINDOW).expect(201);
        String path = "/monitor_instances/"
                + enable("{\"window\": {\"days\": 3}, \"enable_custom_metric_runs\": false}")
                        .expect(201)
                        .at("/metadata/id")
                        .stringValue();
        server.patch(path, "[{\"op\": \"replace\", \"path\": \"/parameters/window/days\", \"value\": \"x\"}]")
                .expectError(400, "/window/days");
        server.patch(path, "[{\"op\": \"replace\", \"path\": \"/parameters/window/days\", \"value\": 4}]")
                .expect(200);
        assertThat(server.get(path)
                        .expect(200)
                        .at("/entity/parameters/window/days")
                        .asInt())
                .isEqualTo(4);
    }

    /** Which others would try in as many ways as there are divisions of the text. */
    @Test
    @Timeout(60)
    void noTextTakesAPatternLong() {
        define("{\"properties\": {\"name\": {\"pattern\": \"^(([a-z]+)*,?)*[0-9]$\"}}}")
                .expect(201);
        enable("{\"name\": \"" + "a".repeat(10_000) + "\"}").expectError(400, "/name: does not match");
        enable("{\"name\": \"" + "a".repeat(10_000) + "7\"}").expect(201);
    }

    @Test
    void anotherDraftMayBeNamed() {
        define("""
                {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"name": {"type": "string"}},
                 "properties": {"name": {"$ref": "#/definitions/name"}}}
                """).expect(201);
        enable("{\"name\": 7}").expectError(400, "/name: integer found, string expected");
    }

    @Test
    void aDefinitionWithoutOneTakesAnyParameters() {
        define("{}").expect(201);
        enable("{\"anything\": [1]}").expect(201);
    }
}
