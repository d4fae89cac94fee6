package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.connection.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SubscriptionsTest {
    private static final String PROPERTIES = "/entity/asset_properties";

    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void schemasAreCompletedByTheNamedColumns() {
        JsonNode properties = credit().at(PROPERTIES);
        JsonNode training = properties.path("training_data_schema");
        assertThat(Requests.field(training, "Sex").path("metadata").toString())
                .isEqualTo("{\"modeling_role\":\"feature\",\"measure\":\"discrete\"}");
        assertThat(Requests.field(training, "Risk")
                        .at("/metadata/modeling_role")
                        .stringValue())
                .isEqualTo("target");
        assertThat(Requests.names(properties.path("input_data_schema"))).containsExactly("Sex", "Age");
        assertThat(Requests.names(properties.path("output_data_schema")))
                .containsExactly("scoring_id", "scoring_timestamp", "deployment_id", "asset_revision");
    }

    @Test
    void payloadLoggingComesWithTheSubscription() {
        JsonNode payload = payload(id(credit()));
        assertThat(payload.at("/entity/schema_update_mode").stringValue()).isEqualTo("auto");
        assertThat(payload.at("/entity/status/state").stringValue()).isEqualTo("active");
        assertThat(Requests.names(payload.at("/entity/data_schema")))
                .containsExactly("scoring_id", "scoring_timestamp", "deployment_id", "asset_revision", "Sex", "Age");
    }

    @Test
    void columnsThatRecordsBringTakeTheRolesOfTheModel() {
        String id = id(credit());
        server.record(id(payload(id)), "prediction", "Risk", "other");
        JsonNode schema = payload(id).at("/entity/data_schema");
        assertThat(role(schema, "prediction")).isEqualTo("prediction");
        assertThat(role(schema, "Risk")).isEqualTo("target");
        assertThat(role(schema, "other")).isEmpty();
        assertThat(Requests.field(schema, "prediction").path("type").stringValue())
                .isEqualTo("long");
        assertThat(Requests.names(
                        server.get("/subscriptions/" + id).expect(200).at(PROPERTIES + "/output_data_schema")))
                .endsWith("asset_revision", "prediction");
    }

    @Test
    void credentialsAreSealedAndNeverGivenBack() {
        JsonNode answer = credit();
        String secret = answer.at("/entity/deployment/scoring_endpoint/credentials/secret_id")
                .stringValue();
        assertThat(server.vault.of(secret).path("token").stringValue()).isEqualTo("hush");
        assertThat(server.get("/subscriptions").text()).doesNotContain("hush");
        assertThat(server.modelRepository.list(new Id(1, 1)).toString()).doesNotContain("hush");
    }

    @Test
    void aSecretThatIsNotThereIsRefused() {
        ObjectNode request = Requests.credit(server);
        ((ObjectNode) request.at("/deployment/scoring_endpoint"))
                .putObject("credentials")
                .put("secret_id", "none");
        server.post("/subscriptions", request).expectError(400, "deployment.scoring_endpoint.credentials.secret_id");
    }

    @Test
    void aRefusedSubscriptionLeavesNothingBehind() {
        ObjectNode request = Requests.credit(server);
        request.put("service_provider_id", server.dataMart);
        server.post("/subscriptions", request).expectError(400, "service_provider_id");
        assertThat(server.vault.kept).isEmpty();
        assertThat(server.get("/subscriptions").expect(200).path("subscriptions"))
                .isEmpty();
        assertThat(server.get("/data_sets").expect(200).path("data_sets")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data_mart_id | null | data_mart_id",
                "/data_mart_id | \"nothing\" | data_mart_id",
                "/service_provider_id | \"00000000-0000-8000-8000-000000000001\" | service_provider_id",
                "/service_provider_id | 7 | service_provider_id",
                "/pre_production_reference_id | \"gone\" | pre_production_reference_id",
                "/asset | [] | asset",
                "/asset/asset_id | \" \" | asset.asset_id",
                "/asset/asset_type | \"spreadsheet\" | asset.asset_type",
                "/asset/problem_type | \"guessing\" | asset.problem_type",
                "/deployment/deployment_id | \"\" | deployment.deployment_id",
                "/deployment/scoring_endpoint/request_headers | {\"authorization\":\"x\"} | deployment.scoring_endpoint.request_headers",
                "/deployment/deployment_type | \"sometimes\" | deployment.deployment_type",
                "/asset_properties/label_column | \"\" | asset_properties.label_column",
                "/asset_properties/label_column | {} | asset_properties.label_column",
                "/asset_properties/feature_fields | [null] | asset_properties.feature_fields",
                "/asset_properties/feature_fields | [\"\"] | asset_properties.feature_fields",
                "/asset_properties/feature_fields | \"Age\" | asset_properties.feature_fields",
                "/asset_properties/probability_fields | [\" \"] | asset_properties.probability_fields",
                "/asset_properties/feature_fields | [\"_event_time\"] | _event_time",
                "/asset_properties/training_data_schema | {\"type\":\"struct\"} | training_data_schema.fields",
                "/asset_properties/training_data_schema/type | \"table\" | training_data_schema.type",
                "/asset_properties/training_data_schema/fields/0 | null | training_data_schema.fields[0]",
                "/asset_properties/training_data_schema/fields/0/type | \"colour\" | training_data_schema.fields[0].type",
                "/asset_properties/training_data_schema/fields/0/type | null | training_data_schema.fields[0].type",
                "/asset_properties/training_data_schema/fields/0/type | {\"type\":\"array\"} | training_data_schema.fields[0].type",
                "/asset_properties/training_data_schema/fields/0/name | \"\" | training_data_schema.fields[0].name",
                "/asset_properties/training_data_schema/fields/0/name | \"Age\" | Age is named twice",
                "/asset_properties/training_data_schema/fields/0/nullable | null | nullable",
                "/asset_properties/training_data_schema/fields/0/metadata | 7 | metadata",
                "/data_sources | {} | data_sources",
            })
    void badFieldsAreNamed(String pointer, String value, String message) {
        ObjectNode request = Requests.credit(server);
        int last = pointer.lastIndexOf('/');
        JsonNode parent = last == 0 ? request : request.at(pointer.substring(0, last));
        String field = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.set(field, OpenScaleServer.MAPPER.readTree(value));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(field), OpenScaleServer.MAPPER.readTree(value));
        }
        server.post("/subscriptions", request).expectError(400, message);
        assertThat(server.get("/subscriptions").expect(200).path("subscriptions"))
                .isEmpty();
        assertThat(server.get("/data_sets").expect(200).path("data_sets")).isEmpty();
        assertThat(server.vault.kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data_mart_id=%1$s",
                "data_mart_id=other,%1$s",
                "service_provider_id=%2$s",
                "asset.asset_id=credit",
                "asset.asset_type=model,function",
                "asset.foundational_model_id=granite",
                "deployment.deployment_id=credit-online",
                "deployment.deployment_type=online",
                "integration_reference.integrated_system_id=system",
                "integration_reference.external_id=7,8",
                "risk_evaluation_status.state=approved",
                "service_provider.operational_space_id=production",
                "service_provider.deployment_space_id=space",
                "service_provider.integrated_project_id=project",
                "pre_production_reference_id=%3$s",
                "project_id=%4$s",
                "space_id=%4$s",
            })
    void listsAreNarrowedByEveryFilter(String filter) {
        String other = id(server.post("/subscriptions", Requests.subscription(server)));
        String project = server.project();
        ObjectNode request = Requests.credit(server);
        String mart = server.connection(Connection.Kind.STORE, "{}");
        String provider = server.connection(
                Connection.Kind.SCORING,
                "{\"operational_space_id\":\"production\",\"deployment_space_id\":\"space\",\"integrated_project_id\":\"project\"}");
        request.put("data_mart_id", mart).put("service_provider_id", provider);
        request.put("pre_production_reference_id", other);
        ((ObjectNode) request.path("asset")).put("foundational_model_id", "granite");
        request.putObject("integration_reference")
                .put("integrated_system_id", "system")
                .put("external_id", "7");
        request.putObject("risk_evaluation_status").put("state", "approved");
        String id = id(server.post("/subscriptions?project_id=" + project, request));

        String query = filter.formatted(mart, provider, other, project);
        List<String> expected = filter.contains("operational_space") || filter.contains("asset_type")
                ? List.of(other, id)
                : List.of(id);
        assertThat(listed(query)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(listed(query.replaceAll("=.*", "=" + otherValue(query)))).isEmpty();
    }

    private static String otherValue(String query) {
        return query.startsWith("asset.asset_type")
                ? "prompt"
                : query.startsWith("deployment.deployment_type") ? "batch" : "nothing";
    }

    @Test
    void aPatchChangesTheSubscriptionAndItsPayload() {
        String id = id(credit());
        JsonNode patched = server.patch("/subscriptions/" + id, """
                        [{"op": "test", "path": "/asset/name", "value": "Credit risk"},
                         {"op": "replace", "path": "/asset/name", "value": "Risk of credit"},
                         {"op": "add", "path": "/asset_properties/training_data_schema/fields/-",
                          "value": {"name": "Income", "type": "double", "nullable": true}},
                         {"op": "add", "path": "/asset_properties/feature_fields/-", "value": "Income"}]
                        """).expect(200);
        assertThat(patched.at("/entity/asset/name").stringValue()).isEqualTo("Risk of credit");
        assertThat(Requests.names(patched.at(PROPERTIES + "/input_data_schema")))
                .as("derived again, because the client never gave one")
                .containsExactly("Sex", "Age", "Income");
        assertThat(patched.path("metadata").has("modified_at")).isTrue();
        JsonNode schema = payload(id).at("/entity/data_schema");
        assertThat(role(schema, "Income")).isEqualTo("feature");
        assertThat(patched).isEqualTo(server.get("/subscriptions/" + id).expect(200));
    }

    @Test
    void aPatchKeepsSecretsAndExchangesThem() {
        JsonNode before = credit();
        String id = id(before);
        server.patch("/subscriptions/" + id, "[{\"op\":\"replace\",\"path\":\"/asset/name\",\"value\":\"x\"}]")
                .expect(200);
        assertThat(server.vault.kept).hasSize(1);
        JsonNode after = server.patch(
                        "/subscriptions/" + id,
                        "[{\"op\":\"replace\",\"path\":\"/deployment/scoring_endpoint/credentials\",\"value\":{\"token\":\"new\"}}]")
                .expect(200);
        String secret = after.at("/entity/deployment/scoring_endpoint/credentials/secret_id")
                .stringValue();
        assertThat(server.vault.kept).containsOnlyKeys(secret);
        assertThat(server.vault.of(secret).path("token").stringValue()).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace | /status/state | \"error\" | 400",
                "remove | /status | | 400",
                "replace | /data_mart_id | \"gone\" | 400",
                "replace | /metadata/id | \"mine\" | 400",
                "replace | /nowhere/at/all | 1 | 400",
                "remove | /asset | | 400",
                "replace | /asset | 7 | 400",
                "replace | | [] | 400",
                "jump | /asset/name | \"x\" | 400",
                "replace | asset/name | \"x\" | 400",
                "test | /asset/name | \"other\" | 409",
                "replace | /asset_properties/training_data_schema/fields/0/type | \"colour\" | 400",
            })
    void badPatchesChangeNothing(String op, @Nullable String path, @Nullable String value, int status) {
        String id = id(credit());
        JsonNode before = server.get("/subscriptions/" + id).expect(200);
        ObjectNode operation =
                OpenScaleServer.MAPPER.createObjectNode().put("op", op).put("path", path == null ? "" : path);
        if (value != null) {
            operation.set("value", OpenScaleServer.MAPPER.readTree(value));
        }
        String patch = "[{\"op\":\"add\",\"path\":\"/asset/name\",\"value\":\"changed\"}," + operation + "]";
        server.patch("/subscriptions/" + id, patch).expectError(status, "");
        assertThat(server.get("/subscriptions/" + id).expect(200)).isEqualTo(before);
    }

    @Test
    void aTypeThatRecordsContradictIsAConflict() {
        String id = id(credit());
        server.record(id(payload(id)), "Age");
        JsonNode before = server.get("/subscriptions/" + id).expect(200);
        server.patch(
                        "/subscriptions/" + id,
                        "[{\"op\":\"replace\",\"path\":\"/asset_properties/training_data_schema/fields/1/type\",\"value\":\"string\"}]")
                .expectError(409, "Age");
        assertThat(server.get("/subscriptions/" + id).expect(200)).isEqualTo(before);
    }

    @Test
    void deletingKeepsRecordsUnlessForced() {
        String first = id(credit());
        String second = id(credit());
        String payload = id(payload(first));
        server.record(payload, "Age");
        server.record(id(payload(second)), "Age");
        server.delete("/subscriptions/" + first).expect(202);
        server.get("/subscriptions/" + first).expectError(404, first);
        server.get("/data_sets/" + payload).expect(200);
        String forced = id(payload(second));
        server.delete("/subscriptions/" + second + "?force=true").expect(202);
        server.get("/data_sets/" + forced).expectError(404, forced);
        assertThat(server.store.count(WireId.read("data set", forced))).isZero();
        assertThat(server.vault.kept).isEmpty();
    }

    @Test
    void schemasAreDerivedFromRows() {
        ObjectNode request = Requests.subscription(server);
        request.putObject("asset_properties").put("label_column", "Risk");
        String id = id(server.post("/subscriptions", request));
        JsonNode properties = server.post("/subscriptions/" + id + "/schemas", """
                        {"input_data": [{"fields": ["Age", "Sex", "Income", "Scores", "Risk", "Big", "Paid", "Void"],
                          "values": [[31, "male", 1, [0.1, 2], "No Risk", 3000000000, true, null],
                                     [47, "female", 1.5, [], "Risk", 1, null, null]]}]}
                        """)
                .expect(200)
                .at("/subscription" + PROPERTIES);
        JsonNode training = properties.path("training_data_schema");
        assertThat(Stream.of("Age", "Sex", "Income", "Big", "Paid", "Void")
                        .map(name -> Requests.field(training, name).path("type").stringValue()))
                .containsExactly("integer", "string", "double", "long", "boolean", "string");
        assertThat(Requests.field(training, "Scores").path("type").toString())
                .isEqualTo("{\"containsNull\":true,\"elementType\":\"double\",\"type\":\"array\"}");
        assertThat(Requests.names(properties.path("input_data_schema")))
                .doesNotContain("Risk")
                .hasSize(7);
        assertThat(properties.path("categorical_fields").toString()).isEqualTo("[\"Sex\",\"Void\"]");
        assertThat(role(payload(id).at("/entity/data_schema"), "Income")).isEqualTo("feature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | input_data",
                "{\"input_data\":[]} | input_data",
                "{\"input_data\":[null]} | input_data[0].fields",
                "{\"input_data\":[{\"values\":[[1]]}]} | input_data[0].fields",
                "{\"input_data\":[{\"fields\":[\"a\"]}]} | values",
                "{\"input_data\":[{\"fields\":[\"a\"],\"values\":[]}]} | input_data[0].values",
                "{\"input_data\":[{\"fields\":[\"a\"],\"values\":[null]}]} | input_data[0].values[0]",
                "{\"input_data\":[{\"fields\":[\"a\"],\"values\":[[1],[1,2]]}]} | input_data[0].values[1]",
                "{\"input_data\":[{\"fields\":[\"a\",\"a\"],\"values\":[[1,2]]}]} | named twice",
                "{\"input_data\":[{\"fields\":[\"Sex\"],\"values\":[[1]]}]} | lack the feature Age",
                "{\"input_data\":[{\"fields\":[\"a\"],\"values\":[[1]]},{\"fields\":[\"a\"],\"values\":[[1]]}]} | more than one table",
                "{\"training_data_reference\":{\"type\":\"cos\"}} | training_data_reference",
            })
    void badRowsAreRefused(String body, String message) {
        String id = id(credit());
        server.post("/subscriptions/" + id + "/schemas", body).expectError(400, message);
    }

    @Test
    void schemasAreDerivedOfTablesOnly() {
        ObjectNode request = Requests.subscription(server);
        ((ObjectNode) request.path("asset")).put("input_data_type", "unstructured_image");
        String id = id(server.post("/subscriptions", request));
        server.post("/subscriptions/" + id + "/schemas", "{\"input_data\":[{\"fields\":[\"a\"],\"values\":[[1]]}]}")
                .expectError(400, "structured");
    }

    @Test
    void aSubscriptionHasOneFeedbackTableAndNoOther() {
        String id = id(credit());
        server.post("/subscriptions/" + id + "/tables/feedback", "").expect(202);
        server.post("/subscriptions/" + id + "/tables/feedback", "{}").expectError(409, "feedback");
        server.post("/subscriptions/" + id + "/tables/training", "{}").expectError(400, "dataset_type");
        server.post("/subscriptions/" + id + "/tables/nonsense", "{}").expectError(400, "dataset_type");
    }

    @Test
    void synchronizationTellsWhichDataSetsAreThere() {
        String source = id(credit());
        server.post("/subscriptions/" + source + "/tables/feedback", "{}").expect(202);
        String target =
                id(server.post("/subscriptions", Requests.credit(server).put("pre_production_reference_id", source)));
        JsonNode got = server.get("/subscriptions/" + target + "/configuration_synchronization")
                .expect(200);
        assertThat(got.path("configurations")
                        .valueStream()
                        .map(one -> one.at("/source_properties/properties/type").stringValue() + " "
                                + one.path("status").stringValue()))
                .containsExactlyInAnyOrder("payload_logging exists", "feedback missing");
        assertThat(got.path("configurations")
                        .valueStream()
                        .map(one -> one.path("monitor_instance_id").asString("")))
                .contains(id(payload(target)));
        assertThat(server.call("PUT", "/subscriptions/" + target + "/configuration_synchronization?force=true", "{}")
                        .expect(202))
                .isEqualTo(got);
        server.get("/subscriptions/" + source + "/configuration_synchronization")
                .expectError(400, "pre_production_reference_id");
    }

    @Test
    void synchronizationCopiesMonitors() {
        String source = id(credit());
        String quality = id(monitor(source, "quality", 0.6));
        monitor(source, "performance", 100);
        String target =
                id(server.post("/subscriptions", Requests.credit(server).put("pre_production_reference_id", source)));
        assertThat(monitors(server.get(synchronization(target)).expect(200)))
                .containsExactlyInAnyOrder("quality missing", "performance missing");
        assertThat(monitors(server.call("PUT", synchronization(target), "{\"exclude_monitors\": [\"performance\"]}")
                        .expect(202)))
                .containsExactly("quality created");
        JsonNode copy = copied(target).getFirst().path("entity");
        JsonNode origin =
                server.get("/monitor_instances/" + quality).expect(200).path("entity");
        for (String field : List.of("parameters", "thresholds", "schedule", "managed_by", "data_mart_id")) {
            assertThat(copy.path(field)).as(field).isEqualTo(origin.path(field));
        }
        assertThat(server.get("/data_sets?type=feedback&target.target_type=subscription&target.target_id=" + target)
                        .expect(200)
                        .path("data_sets"))
                .hasSize(1);
    }

    @Test
    void monitorsThatAreThereAreChangedByForceAlone() {
        String source = id(credit());
        monitor(source, "quality", 0.6);
        String target =
                id(server.post("/subscriptions", Requests.credit(server).put("pre_production_reference_id", source)));
        monitor(target, "quality", 0.9);
        String kept = id(copied(target).getFirst());
        assertThat(monitors(server.call("PUT", synchronization(target), "").expect(202)))
                .containsExactly("quality exists");
        assertThat(copied(target).getFirst().at("/entity/thresholds/0/value").asDouble())
                .isEqualTo(0.9);
        assertThat(monitors(server.call("PUT", synchronization(target) + "?force=true", "{}")
                        .expect(202)))
                .containsExactly("quality updated");
        assertThat(copied(target).getFirst().at("/entity/thresholds/0/value").asDouble())
                .isEqualTo(0.6);
        assertThat(id(copied(target).getFirst())).isEqualTo(kept);
    }

    private static String synchronization(String subscription) {
        return "/subscriptions/" + subscription + "/configuration_synchronization";
    }

    private JsonNode monitor(String subscription, String definition, double limit) {
        String metric = definition.equals("quality") ? "area_under_roc" : "scoring_records";
        ObjectNode request = Requests.json("{\"managed_by\": \"ada\", \"parameters\": {\"any\": [1]}}");
        request.put("data_mart_id", server.dataMart).put("monitor_definition_id", definition);
        request.putObject("target").put("target_type", "subscription").put("target_id", subscription);
        request.putArray("thresholds")
                .addObject()
                .put("metric_id", metric)
                .put("type", "lower_limit")
                .put("value", limit);
        return server.post("/monitor_instances", request).expect(201);
    }

    private List<JsonNode> copied(String subscription) {
        return server.get("/monitor_instances?target.target_id=" + subscription)
                .expect(200)
                .path("monitor_instances")
                .valueStream()
                .toList();
    }

    private static List<String> monitors(JsonNode synchronization) {
        return synchronization
                .path("configurations")
                .valueStream()
                .filter(one -> !one.path("monitor_definition_id").asString().equals("N/A"))
                .map(one -> one.path("monitor_definition_id").asString() + " "
                        + one.path("status").asString())
                .toList();
    }

    @Test
    void othersSeeAndChangeNothing() {
        String id = id(credit());
        String patch = "[{\"op\":\"replace\",\"path\":\"/asset/name\",\"value\":\"x\"}]";
        server.call("GET", "/subscriptions/" + id, "", "", "stranger").expectError(404, id);
        server.call("DELETE", "/subscriptions/" + id, "", "", "stranger").expectError(404, id);
        server.call("PATCH", "/subscriptions/" + id, patch, "application/json", "stranger")
                .expectError(404, id);
        server.call("PATCH", "/subscriptions/" + id, patch, "application/json", "viewer")
                .expectError(403, "model.write");
        server.call("DELETE", "/subscriptions/" + id, "", "", "viewer").expectError(403, "model.write");
        server.call("GET", "/subscriptions/" + id, "", "", "viewer").expect(200);
        server.post("/subscriptions/" + id + "/predictions", "{\"values\":[]}").expectError(501, "bias mitigation");
        server.get("/subscriptions/no-such-id").expectError(404, "no-such-id");
    }

    private JsonNode credit() {
        return server.post("/subscriptions", Requests.credit(server)).expect(202);
    }

    private JsonNode payload(String subscription) {
        JsonNode found = server.get("/data_sets?type=payload_logging&target.target_type=subscription&target.target_id="
                        + subscription)
                .expect(200)
                .path("data_sets");
        assertThat(found).hasSize(1);
        return found.path(0);
    }

    private List<String> listed(String query) {
        return server.get("/subscriptions?" + query)
                .expect(200)
                .path("subscriptions")
                .valueStream()
                .map(SubscriptionsTest::id)
                .toList();
    }

    private static String role(JsonNode schema, String column) {
        return Requests.field(schema, column)
                .path("metadata")
                .path("modeling_role")
                .asString("");
    }

    private static String id(OpenScaleServer.Answer answer) {
        return id(answer.expect(202));
    }

    private static String id(JsonNode resource) {
        return resource.at("/metadata/id").stringValue();
    }
}
