package io.plumbline.dialects.openscale.monitors;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.models.OpenScaleServer;
import io.plumbline.dialects.openscale.models.Requests;
import io.plumbline.domain.connection.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MonitorInstancesTest {
    private static final String PATH = "/monitor_instances";
    private static final String UNKNOWN = "00000000-0000-8000-8000-000000000001";

    private final OpenScaleServer server = new OpenScaleServer();
    private final String subscription = subscription();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMonitorIsKeptAsConfigured() {
        JsonNode added = added(request("performance"));
        JsonNode entity = added.path("entity");
        assertThat(entity)
                .isEqualTo(
                        Requests.json("""
                {"monitor_definition_id": "performance", "parameters": {"window": 7}, "thresholds": [],
                 "managed_by": "user", "status": {"state": "active"},
                 "schedule": {"repeat_interval": 1, "repeat_unit": "week",
                              "start_time": {"type": "relative", "delay_unit": "minute", "delay": 10}}}
                """).put("data_mart_id", server.dataMart).set("target", target(subscription)));
        assertThat(added.at("/metadata/crn").stringValue()).contains(":monitor_instance:");
        assertThat(server.get(PATH + "/" + id(added)).expect(200)).isEqualTo(added);
        assertThat(instances("")).containsExactly(added);
    }

    @Test
    void recordsAreCountedWhereThatIsAskedFor() {
        String path = PATH + "/" + id(added(request("quality")));
        JsonNode plain = server.get(path).expect(200).path("entity");
        assertThat(plain.has("total_records") || plain.has("unprocessed_records"))
                .isFalse();
        JsonNode both = server.get(path + "?expand=total_records,unprocessed_records")
                .expect(200)
                .path("entity");
        assertThat(both.path("total_records")).isEqualTo(Requests.json("""
                {"count": 7, "type": "feedback", "timestamp": "2026-03-04T05:06:07.000000Z"}
                """));
        assertThat(both.at("/unprocessed_records/count").asInt()).isEqualTo(2);
        server.get(path + "?expand=anything").expectError(400, "expand");
    }

    @Test
    void limitsOfTheDefinitionHoldWhereNoneAreGiven() {
        ObjectNode request = request("fairness");
        request.putArray("thresholds")
                .addObject()
                .put("metric_id", "fairness_value")
                .put("type", "lower_limit")
                .put("value", 95);
        assertThat(thresholds(added(request)))
                .containsExactly(
                        "fairness_value lower_limit 95.0",
                        "fairness_value upper_limit 125.0",
                        "statistical_parity_difference lower_limit -0.15",
                        "statistical_parity_difference upper_limit 0.15");
        assertThat(thresholds(added(request("quality")))).containsExactly("area_under_roc lower_limit 0.8");
    }

    @Test
    void limitsSuitTheProblem() {
        ObjectNode regression = Requests.credit(server);
        ((ObjectNode) regression.path("asset")).put("problem_type", "regression");
        String id = id(server.post("/subscriptions", regression).expect(202));
        assertThat(thresholds(added(request("quality", id)))).isEmpty();
        assertThat(thresholds(added(request("drift", id)))).containsExactly("data_drift_magnitude upper_limit 0.1");
    }

    @Test
    void withoutASchedulerNoScheduleIsKept() {
        JsonNode added =
                server.post(PATH + "?skip_scheduler=true", request("drift")).expect(201);
        assertThat(added.path("entity").has("schedule")).isFalse();
    }

    @Test
    void qualityBringsTheFeedbackDataSet() {
        added(request("drift"));
        assertThat(feedback()).isEmpty();
        String quality = id(added(request("quality")));
        assertThat(feedback()).hasSize(1);
        assertThat(Requests.names(feedback().getFirst().at("/entity/data_schema")))
                .contains("Sex", "Age", "Risk");
        server.delete(PATH + "/" + quality).expect(202);
        added(request("quality"));
        assertThat(feedback()).hasSize(1);
    }

    @Test
    void nothingIsMadeForARefusedMonitor() {
        ObjectNode request = request("quality");
        request.putArray("thresholds").addObject().put("metric_id", "speed").put("type", "lower_limit");
        server.post(PATH, request).expectError(400, "area_under_roc");
        server.call("POST", PATH, request("quality").toString(), "application/json", "viewer")
                .expectError(403, "monitor.write");
        assertThat(feedback()).isEmpty();
        assertThat(instances("")).isEmpty();
    }

    @Test
    void aSubscriptionHasOneMonitorOfEachDefinition() {
        added(request("quality"));
        added(request("drift"));
        server.post(PATH, request("quality")).expectError(409, "quality monitor of the model");
        added(request("quality", subscription()));
        assertThat(instances("")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explainability", "mrm"})
    void whatIsNotThereYetIsSaid(String definition) {
        server.post(PATH, request(definition)).expectError(501, "not there yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/monitor_definition_id | \"speed\" | quality, fairness, drift",
                "/monitor_definition_id | null | monitor_definition_id",
                "/data_mart_id | \"nothing\" | data_mart_id",
                "/target | null | target",
                "/target/target_type | \"data_mart\" | target",
                "/target/target_type | \"moon\" | target.target_type",
                "/target/target_id | null | target",
                "/target/target_id | \"nothing\" | target.target_id",
                "/target/target_id | \"" + UNKNOWN + "\" | target.target_id",
                "/schedule | {} | schedule.repeat_interval",
                "/schedule/repeat_interval | 0 | schedule.repeat_interval",
                "/schedule/repeat_unit | \"aeon\" | schedule.repeat_unit",
                "/thresholds | [null] | thresholds[0]",
                "/thresholds | [{\"metric_id\":\"accuracy\"}] | thresholds[0].type",
                "/thresholds | [{\"metric_id\":\"speed\",\"type\":\"lower_limit\"}] | thresholds[0].metric_id",
                "/thresholds | [{\"metric_id\":\"accuracy\",\"type\":\"lower_limit\",\"specific_values\":[null]}] | thresholds[0].specific_values[0]",
                "/thresholds | [{\"metric_id\":\"accuracy\",\"type\":\"lower_limit\",\"specific_values\":[{\"value\":1,\"applies_to\":[null]}]}] | applies_to[0]",
                "/parameters | 7 | parameters",
            })
    void badFieldsAreNamed(String pointer, String value, String message) {
        ObjectNode request = request("quality");
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = last == 0 ? request : (ObjectNode) request.at(pointer.substring(0, last));
        parent.set(pointer.substring(last + 1), OpenScaleServer.MAPPER.readTree(value));
        server.post(PATH, request).expectError(400, message);
        assertThat(instances("")).isEmpty();
    }

    @Test
    void theDataMartIsThatOfTheSubscription() {
        ObjectNode request = request("quality");
        request.put("data_mart_id", server.connection(Connection.Kind.STORE, "{}"));
        server.post(PATH, request).expectError(400, "data_mart_id");
    }

    @Test
    void aMonitorIsInTheProjectOfItsSubscription() {
        String project = server.project();
        String inProject = id(server.post("/subscriptions?project_id=" + project, Requests.credit(server))
                .expect(202));
        String monitor = id(added(request("quality", inProject)));
        server.post(PATH + "?space_id=" + project, request("drift")).expectError(400, "another project");
        server.post(PATH + "?space_id=" + project, request("drift", inProject)).expect(201);
        added(request("drift"));
        assertThat(instances("?project_id=" + project)).hasSize(2);
        assertThat(ids("?project_id=" + project + "&monitor_definition_id=quality"))
                .containsExactly(monitor);
    }

    @Test
    void listsAreFiltered() {
        String other = subscription();
        String quality = id(added(request("quality")));
        String drift = id(added(request("drift")));
        String otherDrift = id(added(request("drift", other)));
        assertThat(ids("?monitor_definition_id=drift")).containsExactlyInAnyOrder(drift, otherDrift);
        assertThat(ids("?monitor_definition_id=drift,quality&target.target_id=" + subscription))
                .containsExactlyInAnyOrder(quality, drift);
        assertThat(ids("?target.target_type=subscription")).hasSize(3);
        assertThat(ids("?target.target_type=data_mart")).isEmpty();
        assertThat(ids("?data_mart_id=" + server.dataMart)).hasSize(3);
        assertThat(ids("?data_mart_id=other")).isEmpty();
    }

    @Test
    void aMonitorIsPatched() {
        String id = id(added(request("quality")));
        JsonNode patched = server.patch(PATH + "/" + id + "?update_metadata_only=true", """
                        [{"op": "replace", "path": "/parameters", "value": {"min_feedback_data_size": 50}},
                         {"op": "replace", "path": "/thresholds/0/value", "value": 0.7},
                         {"op": "replace", "path": "/schedule/repeat_unit", "value": "day"},
                         {"op": "remove", "path": "/managed_by"}]
                        """)
                .expect(200);
        assertThat(patched.at("/entity/parameters/min_feedback_data_size").intValue())
                .isEqualTo(50);
        assertThat(thresholds(patched)).containsExactly("area_under_roc lower_limit 0.7");
        assertThat(patched.at("/entity/schedule/repeat_unit").stringValue()).isEqualTo("day");
        assertThat(patched.path("entity").has("managed_by")).isFalse();
        assertThat(patched.path("metadata").has("modified_at")).isTrue();
        assertThat(server.get(PATH + "/" + id).expect(200)).isEqualTo(patched);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/status/state | \"error\" | status",
                "/monitor_definition_id | \"drift\" | monitor_definition_id",
                "/data_mart_id | \"other\" | data_mart_id",
                "/target/target_id | \"other\" | target",
                "/thresholds/0/metric_id | \"speed\" | area_under_roc",
                "/schedule/repeat_interval | 0 | schedule.repeat_interval",
                "/thresholds/0 | null | thresholds[0]",
                "/nothing/here | 1 | nothing",
            })
    void whatCannotBeChangedStays(String path, String value, String message) {
        JsonNode added = added(request("quality"));
        server.patch(
                        PATH + "/" + id(added),
                        "[{\"op\": \"replace\", \"path\": \"" + path + "\", \"value\": " + value + "}]")
                .expectError(400, message);
        assertThat(server.get(PATH + "/" + id(added)).expect(200)).isEqualTo(added);
    }

    @Test
    void aMonitorIsDeletedOnce() {
        String id = id(added(request("quality")));
        server.delete(PATH + "/" + id + "?force=true").expect(202);
        server.delete(PATH + "/" + id).expectError(404, id);
        server.get(PATH + "/" + id).expectError(404, id);
        assertThat(instances("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?force=true"})
    void monitorsGoWithTheirSubscription(String query) {
        added(request("quality"));
        String kept = id(added(request("quality", subscription())));
        server.delete("/subscriptions/" + subscription + query).expect(202);
        assertThat(ids("")).containsExactly(kept);
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        String path = PATH + "/" + id(added(request("quality")));
        assertThat(server.call("GET", path, "", "application/json", "viewer").status())
                .isEqualTo(200);
        server.call("DELETE", path, "", "application/json", "viewer").expectError(403, "monitor.write");
        server.call("PATCH", path, "[]", "application/json", "viewer").expectError(403, "monitor.write");
    }

    @Test
    void strangersSeeNothing() {
        String id = id(added(request("quality")));
        server.call("GET", PATH + "/" + id, "", "application/json", "stranger").expectError(404, id);
        server.call("DELETE", PATH + "/" + id, "", "application/json", "stranger")
                .expectError(404, id);
        server.call("POST", PATH, request("drift").toString(), "application/json", "stranger")
                .expectError(400, "target.target_id");
        assertThat(server.call("GET", PATH, "", "application/json", "stranger")
                        .expect(200)
                        .path("monitor_instances"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "nothing"})
    void anUnknownMonitorIsNotFound(String id) {
        server.get(PATH + "/" + id).expectError(404, id);
        server.patch(PATH + "/" + id, "[]").expectError(404, id);
        server.delete(PATH + "/" + id).expectError(404, id);
    }

    private String subscription() {
        return id(server.post("/subscriptions", Requests.credit(server)).expect(202));
    }

    private ObjectNode request(String definition) {
        return request(definition, subscription);
    }

    private ObjectNode request(String definition, String subscriptionId) {
        ObjectNode request = Requests.json("""
                {"parameters": {"window": 7}, "managed_by": "user",
                 "schedule": {"repeat_interval": 1, "repeat_unit": "week",
                              "start_time": {"type": "relative", "delay_unit": "minute", "delay": 10}}}
                """);
        request.put("data_mart_id", server.dataMart).put("monitor_definition_id", definition);
        return request.set("target", target(subscriptionId));
    }

    private static ObjectNode target(String subscriptionId) {
        return Requests.json("{\"target_type\": \"subscription\"}").put("target_id", subscriptionId);
    }

    private JsonNode added(ObjectNode request) {
        return server.post(PATH, request).expect(201);
    }

    private static String id(JsonNode resource) {
        return resource.at("/metadata/id").stringValue();
    }

    private List<JsonNode> instances(String query) {
        return server.get(PATH + query)
                .expect(200)
                .path("monitor_instances")
                .valueStream()
                .toList();
    }

    private Stream<String> ids(String query) {
        return instances(query).stream().map(MonitorInstancesTest::id);
    }

    private List<JsonNode> feedback() {
        return server.get("/data_sets?type=feedback&target.target_id=" + subscription)
                .expect(200)
                .path("data_sets")
                .valueStream()
                .toList();
    }

    private static List<String> thresholds(JsonNode instance) {
        return instance.at("/entity/thresholds")
                .valueStream()
                .map(threshold -> threshold.path("metric_id").stringValue() + " "
                        + threshold.path("type").stringValue() + " "
                        + threshold.path("value").doubleValue())
                .toList();
    }
}
