package io.plumbline.dialects.openscale.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.models.OpenScaleServer;
import io.plumbline.dialects.openscale.models.Requests;
import io.plumbline.domain.connection.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MonitorDefinitionsTest {
    private static final String PATH = "/monitor_definitions";

    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void idsAreMadeOfNames() {
        JsonNode added = server.post(PATH, request("My model  performance!")).expect(201);
        assertThat(added.at("/metadata/id").asString()).isEqualTo("my_model_performance");
        assertThat(added.at("/metadata/url").asString()).isEqualTo("/v2/monitor_definitions/my_model_performance");
        assertThat(added.at("/metadata/crn").asString()).endsWith(":monitor_definition:my_model_performance");
        assertThat(added.at("/metadata/created_by").asString()).isEqualTo("editor");
        assertThat(added.at("/entity/metrics/0/id").asString()).isEqualTo("true_positives");
        assertThat(added.at("/entity/tags/0/id").asString()).isEqualTo("region");
        assertThat(server.get(PATH + "/my_model_performance").expect(200)).isEqualTo(added);
    }

    @Test
    void everythingSaidComesBack() {
        ObjectNode request = Requests.json("""
                {"name": "Latency", "description": "how slow", "managed_by": "ours",
                 "metrics": [{"id": "p99", "name": "p99", "description": "slowest", "required": true,
                   "expected_direction": "decreasing", "default_aggregation": "max",
                   "applies_to": {"problem_type": ["binary", "question_answering"]},
                   "thresholds": [{"type": "upper_limit", "default": 1.5, "default_recommendation": "hurry",
                     "specific_values": [{"id": "eu", "default": 2.5, "recommendation": "relax",
                       "applies_to": [{"type": "tag", "key": "zone", "value": "eu"}]}]}]}],
                 "tags": [{"id": "zone", "name": "zone", "description": "where", "required": true}],
                 "applies_to": {"input_data_type": ["structured"], "target_type": ["subscription"]},
                 "parameters_schema": {"type": "object"},
                 "schedule": {"repeat_interval": 2, "repeat_unit": "day", "repeat_type": "day"},
                 "monitor_runtime": {"type": "service"}}
                """);
        assertThat(server.post(PATH, request).expect(201).path("entity")).isEqualTo(request);
    }

    @Test
    void listsHaveBothKinds() {
        server.post(PATH, request("Speed")).expect(201);
        assertThat(ids("")).contains("quality", "mrm").endsWith("speed");
        assertThat(ids("?type=user")).containsExactly("speed");
        assertThat(ids("?type=service")).contains("quality").doesNotContain("speed");
        assertThat(ids("?name=Speed,Drift")).containsExactly("drift", "speed");
        assertThat(ids("?type=user&project_id=" + server.project())).isEmpty();
    }

    @Test
    void anIdIsTakenOnce() {
        server.post(PATH, request("Speed")).expect(201);
        server.post(PATH, request("speed")).expectError(409, "speed");
        server.post(PATH, request("Quality")).expectError(409, "quality");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/name | \"!\" | an id has",
                "/metrics | [] | at least one metric",
                "/metrics | [null] | metrics[0]",
                "/metrics | null | metrics",
                "/tags | [null] | tags[0]",
                "/metrics/0/id | \"BIG\" | an id has",
                "/metrics/0/thresholds | [null] | metrics.thresholds[0]",
                "/metrics/0/thresholds | [{}] | type",
                "/metrics/0/expected_direction | \"sideways\" | expected_direction",
                "/metrics/0/applies_to | {\"problem_type\": [null]} | applies_to.problem_type[0]",
                "/tags/0/id | \"true_positives\" | taken by two",
                "/schedule | {\"repeat_interval\": 0, \"repeat_unit\": \"day\"} | schedule.repeat_interval",
                "/monitor_runtime | {\"integrated_system_id\": \"nothing\"} | monitor_runtime.integrated_system_id",
            })
    void badFieldsAreNamed(String pointer, String value, String message) {
        ObjectNode request = request("Speed");
        request.putNull("schedule").putNull("monitor_runtime");
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = last == 0 ? request : (ObjectNode) request.at(pointer.substring(0, last));
        parent.set(pointer.substring(last + 1), OpenScaleServer.MAPPER.readTree(value));
        server.post(PATH, request).expectError(400, message);
        assertThat(ids("?type=user")).isEmpty();
    }

    @Test
    void theProviderIsAnIntegratedSystem() {
        String system = server.connection(Connection.Kind.INTEGRATION, "{}");
        ObjectNode request = request("Speed");
        request.putObject("monitor_runtime").put("integrated_system_id", server.dataMart);
        server.post(PATH, request).expectError(400, "monitor_runtime.integrated_system_id");
        request.putObject("monitor_runtime").put("integrated_system_id", system);
        server.post(PATH, request).expect(201);
    }

    @Test
    void aDefinitionIsReplacedAndPatchedUnderItsId() {
        server.post(PATH, request("Speed")).expect(201);
        ObjectNode other = request("Velocity");
        JsonNode replaced =
                server.call("PUT", PATH + "/speed", other.toString()).expect(200);
        assertThat(replaced.at("/metadata/id").asString()).isEqualTo("speed");
        assertThat(replaced.at("/entity/name").asString()).isEqualTo("Velocity");
        JsonNode patched = server.patch(PATH + "/speed", """
                        [{"op": "add", "path": "/description", "value": "how fast"},
                         {"op": "add", "path": "/metrics/-", "value": {"name": "Top speed"}}]
                        """).expect(200);
        assertThat(patched.at("/entity/description").asString()).isEqualTo("how fast");
        assertThat(patched.at("/entity/metrics/1/id").asString()).isEqualTo("top_speed");
        assertThat(server.get(PATH + "/speed").expect(200)).isEqualTo(patched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quality", "drift_v2", "mrm"})
    void whatIsBuiltInStays(String id) {
        JsonNode before = server.get(PATH + "/" + id).expect(200);
        server.call("PUT", PATH + "/" + id, request("Speed").toString()).expectError(409, "built in");
        server.patch(PATH + "/" + id, "[]").expectError(409, "built in");
        server.delete(PATH + "/" + id + "?force=true").expectError(409, "built in");
        assertThat(server.get(PATH + "/" + id).expect(200)).isEqualTo(before);
    }

    @Test
    void monitorsOfADefinitionKeepIt() {
        server.post(PATH, request("Speed")).expect(201);
        String monitor = server.post("/monitor_instances", instance("speed"))
                .expect(201)
                .at("/metadata/id")
                .asString();
        server.delete(PATH + "/speed").expectError(409, "speed");
        server.patch(PATH + "/speed", "[{\"op\": \"remove\", \"path\": \"/tags/0\"}]")
                .expectError(409, "metrics and tags");
        server.delete("/monitor_instances/" + monitor).expect(202);
        server.delete(PATH + "/speed").expect(202);
        server.get(PATH + "/speed").expectError(404, "speed");
        server.delete(PATH + "/speed").expectError(404, "speed");
    }

    @Test
    void monitorsTakeLimitsAndScheduleOfTheirDefinition() {
        ObjectNode request = request("Speed");
        request.putObject("schedule").put("repeat_interval", 3).put("repeat_unit", "hour");
        server.post(PATH, request).expect(201);
        JsonNode entity =
                server.post("/monitor_instances", instance("speed")).expect(201).path("entity");
        assertThat(entity.path("thresholds"))
                .isEqualTo(OpenScaleServer.MAPPER.readTree(
                        "[{\"metric_id\": \"true_positives\", \"type\": \"lower_limit\", \"value\": 0.5}]"));
        assertThat(entity.at("/schedule/repeat_interval").asInt()).isEqualTo(3);
        JsonNode unscheduled = server.post("/monitor_instances?skip_scheduler=true", instance("speed"))
                .expect(201);
        assertThat(unscheduled.path("entity").has("schedule")).isFalse();
    }

    @Test
    void whoMayOnlyReadDefinesNothing() {
        server.call("POST", PATH, request("Speed").toString(), "application/json", "viewer")
                .expectError(403, "monitor.write");
        server.post(PATH, request("Speed")).expect(201);
        server.call("DELETE", PATH + "/speed", "", "application/json", "viewer").expectError(403, "monitor.write");
        server.call("GET", PATH + "/speed", "", "application/json", "stranger").expectError(404, "speed");
        assertThat(server.call("GET", PATH + "/speed", "", "application/json", "viewer")
                        .status())
                .isEqualTo(200);
    }

    private static ObjectNode request(String name) {
        return Requests.json("""
                {"metrics": [{"name": "True positives", "thresholds": [{"type": "lower_limit", "default": 0.5}]}],
                 "tags": [{"name": "Region", "description": "of the world"}]}
                """).put("name", name);
    }

    private ObjectNode instance(String definition) {
        String subscription = server.post("/subscriptions", Requests.credit(server))
                .expect(202)
                .at("/metadata/id")
                .asString();
        ObjectNode request =
                Requests.json("{}").put("data_mart_id", server.dataMart).put("monitor_definition_id", definition);
        request.putObject("target").put("target_type", "subscription").put("target_id", subscription);
        return request;
    }

    private List<String> ids(String query) {
        return server.get(PATH + query)
                .expect(200)
                .path("monitor_definitions")
                .valueStream()
                .map(each -> each.at("/metadata/id").asString())
                .toList();
    }
}
