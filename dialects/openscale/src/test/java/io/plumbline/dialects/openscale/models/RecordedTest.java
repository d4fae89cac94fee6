package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the vendor's server answered, sent to ours: the same comes back. */
class RecordedTest {
    private final OpenScaleServer server = new OpenScaleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anOnlineSubscriptionComesBackAsRecorded() throws IOException {
        ObjectNode recorded = entity(recording("subscription-1.json"));
        ObjectNode request = recorded.deepCopy();
        // The client sent a reference with credentials, of which the recording shows the secret, and no schema.
        ObjectNode properties = (ObjectNode) request.path("asset_properties");
        properties.remove("output_data_schema");
        properties
                .putObject("training_data_reference")
                .put("type", "db2")
                .putObject("connection")
                .put("password", "x");

        JsonNode answer = server.post("/subscriptions", request).expect(202);
        String secret = answer.at("/entity/asset_properties/training_data_reference/secret_id")
                .stringValue();
        ((ObjectNode) recorded.at("/asset_properties/training_data_reference")).put("secret_id", secret);
        assertThat(answer.path("entity")).isEqualTo(recorded.set("status", active()));
        assertThat(server.vault.of(secret).at("/connection/password").stringValue())
                .isEqualTo("x");
        assertThat(answer.at("/metadata/url").stringValue())
                .isEqualTo("/v2/subscriptions/" + answer.at("/metadata/id").stringValue());
    }

    @Test
    void aBatchSubscriptionComesBackAsRecorded() throws IOException {
        ObjectNode recorded = entity(recording("subscription-2.json"));
        JsonNode answer = server.post("/subscriptions", recorded).expect(202);
        assertThat(answer.path("entity")).isEqualTo(recorded.deepCopy().set("status", active()));
    }

    @Test
    void aFeedbackDataSetComesBackAsRecorded() throws IOException {
        ObjectNode recorded = (ObjectNode) recording("data_set_list.json").at("/data_sets/0/entity");
        recorded.put("data_mart_id", server.dataMart);
        ((ObjectNode) recorded.path("target")).put("target_id", subscription());
        JsonNode answer = server.post("/data_sets", recorded).expect(202);
        assertThat(answer.path("entity")).isEqualTo(recorded);
    }

    @Test
    void theFeedbackTableOfASubscriptionHasTheRecordedColumns() throws IOException {
        JsonNode recorded = recording("data_set_list.json").at("/data_sets/0/entity");
        ObjectNode schema = ((ObjectNode) recorded.path("data_schema")).deepCopy();
        ObjectNode trained = schema.deepCopy();
        trained.putArray("fields").add(schema.at("/fields/0")).add(schema.at("/fields/1"));
        ObjectNode request = Requests.subscription(server);
        request.putObject("asset_properties").put("label_column", "label").set("training_data_schema", trained);

        String id = server.post("/subscriptions", request)
                .expect(202)
                .at("/metadata/id")
                .stringValue();
        JsonNode table =
                server.post("/subscriptions/" + id + "/tables/feedback", "{}").expect(202);
        assertThat(table.at("/entity/data_schema")).isEqualTo(schema);
        assertThat(table.at("/entity/name").stringValue()).isEqualTo(id + "_feedback");
        assertThat(table.at("/entity/description").stringValue()).isEqualTo(id + "_feedback");
        assertThat(table.at("/entity/schema_update_mode")).isEqualTo(recorded.path("schema_update_mode"));
        assertThat(table.at("/entity/location/table_name").stringValue())
                .isEqualTo(server.dataMart + ".Feedback_" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drift", "drift_v2", "fairness", "quality"})
    void aMonitorComesBackAsRecorded(String definition) throws IOException {
        ObjectNode recorded = (ObjectNode)
                recording("monitor_instance_" + definition + ".json").path("entity");
        recorded.put("data_mart_id", server.dataMart);
        ((ObjectNode) recorded.path("target")).put("target_id", subscription());
        JsonNode answer = server.post("/monitor_instances", recorded).expect(201);
        // The client was answered while the monitor was being prepared; here it is ready at once.
        assertThat(answer.path("entity")).isEqualTo(recorded.set("status", active()));
        assertThat(answer.at("/metadata/url").stringValue())
                .isEqualTo("/v2/monitor_instances/" + answer.at("/metadata/id").stringValue());
    }

    @Test
    void aCustomDefinitionAndItsMonitorComeBackAsRecorded() throws IOException {
        ObjectNode definition =
                (ObjectNode) recording("monitor_definition_custom.json").path("entity");
        JsonNode added = server.post("/monitor_definitions", definition).expect(201);
        assertThat(added.path("entity")).isEqualTo(definition);
        assertThat(added.at("/metadata/id").stringValue()).isEqualTo("sample_model_performance");

        ObjectNode recorded =
                (ObjectNode) recording("monitor_instance_custom.json").path("entity");
        recorded.put("data_mart_id", server.dataMart).put("monitor_definition_id", "sample_model_performance");
        ((ObjectNode) recorded.path("target")).put("target_id", subscription());
        JsonNode answer = server.post("/monitor_instances", recorded).expect(201);
        // The recorded definition had limits for these two metrics alone; this one has more, which hold where none are
        // given.
        JsonNode thresholds = answer.at("/entity/thresholds");
        assertThat(thresholds.valueStream().limit(2))
                .containsExactlyElementsOf(
                        recorded.path("thresholds").valueStream().toList());
        assertThat(((ObjectNode) answer.path("entity")).without("thresholds"))
                .isEqualTo(recorded.without("thresholds"));
    }

    private String subscription() {
        return server.post("/subscriptions", Requests.subscription(server))
                .expect(202)
                .at("/metadata/id")
                .stringValue();
    }

    private ObjectNode entity(JsonNode recording) {
        ObjectNode entity = (ObjectNode) recording.path("entity");
        entity.put("data_mart_id", server.dataMart);
        entity.put("service_provider_id", server.serviceProvider);
        return entity;
    }

    private static JsonNode active() {
        return OpenScaleServer.MAPPER.createObjectNode().put("state", "active");
    }

    private static JsonNode recording(String name) throws IOException {
        return OpenScaleServer.MAPPER.readTree(Shared.text("recordings/openscale/" + name));
    }
}
