package io.plumbline.dialects.openscale.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DataSetsTest {
    private final OpenScaleServer server = new OpenScaleServer();
    private final String subscription = id(server.post("/subscriptions", Requests.credit(server)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatWasSentComesBack() {
        ObjectNode request = request("business_payload");
        JsonNode added = server.post("/data_sets", request).expect(202);
        assertThat(added.path("entity")).isEqualTo(request.deepCopy().set("status", active()));
        assertThat(server.get("/data_sets/" + id(added)).expect(200)).isEqualTo(added);
    }

    @Test
    void typesAndRolesBecomeTheCoresOwn() {
        String id = id(server.post("/data_sets", request("business_payload")));
        List<Column> columns = server.datasetRepository
                .find(new Id(1, 1), WireId.read("data set", id))
                .orElseThrow()
                .schema()
                .columns();
        assertThat(columns)
                .extracting(Column::type)
                .containsExactly(
                        ValueType.TEXT,
                        ValueType.NUMBER,
                        ValueType.TIMESTAMP,
                        ValueType.BINARY,
                        ValueType.VECTOR,
                        ValueType.JSON,
                        ValueType.BOOLEAN);
        assertThat(columns.getFirst().role()).isEqualTo(ColumnRole.ID);
        assertThat(columns.getLast().role()).isEqualTo(ColumnRole.TARGET);
    }

    @ParameterizedTest
    @CsvSource({"subscription", "data_mart", "instance", "project", "space"})
    void aDataSetBelongsToAnyTarget(String type) {
        String target = target(type);
        ObjectNode request = Requests.dataSet(server, "custom", type, target);
        String id = id(server.post("/data_sets", request));
        assertThat(listed("target.target_type=" + type + "&target.target_id=" + target + "&type=custom"))
                .containsExactly(id);
        server.post("/data_sets", Requests.dataSet(server, "custom", type, "gone"))
                .expectError(400, "target.target_id");
    }

    private String target(String type) {
        return switch (type) {
            case "subscription" -> subscription;
            case "data_mart" -> server.dataMart;
            case "instance" -> "00000000-0000-0000-0000-000000000000";
            default -> server.project();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"type=training", "managed_by=somebody", "target.target_type=data_mart", "target.target_id=%s"})
    void listsAreNarrowedByEveryFilter(String filter) {
        ObjectNode request = Requests.dataSet(server, "training", "data_mart", server.dataMart);
        String id = id(server.post("/data_sets", request));
        assertThat(listed(filter.formatted(server.dataMart))).containsExactly(id);
    }

    @Test
    void aDataSetOfASubscriptionLiesInItsProject() {
        String project = server.project();
        String within = id(server.post("/subscriptions?project_id=" + project, Requests.subscription(server)));
        String id = id(server.post("/data_sets", Requests.dataSet(server, "custom", "subscription", within)));
        assertThat(listed("project_id=" + project + "&type=custom")).containsExactly(id);
        server.post(
                        "/data_sets?project_id=" + project,
                        Requests.dataSet(server, "custom", "subscription", subscription))
                .expectError(400, "another project");
        server.post("/data_sets?space_id=gone", request("custom")).expectError(400, "space_id");
        assertThat(listed("space_id=gone")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/name | null | name",
                "/name | \"  \" | name",
                "/data_mart_id | \"gone\" | data_mart_id",
                "/data_mart_id | {} | data_mart_id",
                "/type | \"spreadsheet\" | type",
                "/type | null | type",
                "/target | null | target",
                "/target | {} | target_type",
                "/target/target_type | \"planet\" | target_type",
                "/target/target_id | null | target.target_id",
                "/schema_update_mode | \"sometimes\" | schema_update_mode",
                "/data_schema | null | data_schema",
                "/data_schema | [] | data_schema",
                "/data_schema/fields | {} | data_schema.fields",
                "/data_schema/fields | [7] | data_schema.fields[0]",
                "/data_schema/fields | [{\"name\":\"_record_id\",\"type\":\"string\",\"nullable\":true}] | reserved",
                "/data_schema/fields | [{\"type\":\"string\",\"nullable\":true}] | data_schema.fields[0].name",
                "/data_schema/fields | [{\"name\":\"a\",\"type\":\"decimal(\",\"nullable\":true}] | data_schema.fields[0].type",
                "/data_schema/fields | [{\"name\":\"a\",\"type\":{\"type\":\"array\",\"elementType\":\"?\"},\"nullable\":true}] | data_schema.fields[0].type",
                "/location | 7 | location",
            })
    void badFieldsAreNamed(String pointer, String value, String message) {
        ObjectNode request = request("custom");
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) request.at(pointer.substring(0, last)))
                .set(pointer.substring(last + 1), OpenScaleServer.MAPPER.readTree(value));
        server.post("/data_sets", request).expectError(400, message);
        assertThat(listed("type=custom")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "\"text\"", "{\"name\":\"x\"}"})
    void bodiesThatAreNoDataSetAreRefused(String body) {
        server.post("/data_sets", body).expectError(400, "");
    }

    @Test
    void aSubscriptionHasOnePayloadDataSet() {
        server.post("/data_sets", Requests.dataSet(server, "payload_logging", "subscription", subscription))
                .expectError(409, "payload_logging");
    }

    @Test
    void aPatchChangesWhatMayBeChanged() {
        String id = id(server.post("/data_sets", request("custom")));
        JsonNode patched = server.patch("/data_sets/" + id, """
                        [{"op": "replace", "path": "/name", "value": "results"},
                         {"op": "remove", "path": "/description"},
                         {"op": "replace", "path": "/schema_update_mode", "value": "none"},
                         {"op": "add", "path": "/data_schema/fields/0",
                          "value": {"name": "first", "type": "long", "nullable": true}}]
                        """).expect(200);
        assertThat(patched.at("/entity/name").stringValue()).isEqualTo("results");
        assertThat(patched.path("entity").has("description")).isFalse();
        assertThat(Requests.names(patched.at("/entity/data_schema"))).startsWith("first", "id");
        assertThat(server.get("/data_sets/" + id).expect(200)).isEqualTo(patched);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace | /status/state | \"error\"",
                "replace | /metadata/id | \"mine\"",
                "replace | /type | \"training\"",
                "replace | /data_mart_id | \"other\"",
                "replace | /target/target_id | \"other\"",
                "replace | /name | \"\"",
                "remove | /data_schema | ",
                "replace | /data_schema/fields/0/type | \"colour\"",
                "add | /data_schema/fields/99 | {}",
            })
    void badPatchesChangeNothing(String op, String path, @Nullable String value) {
        String id = id(server.post("/data_sets", request("custom")));
        JsonNode before = server.get("/data_sets/" + id).expect(200);
        ObjectNode operation =
                OpenScaleServer.MAPPER.createObjectNode().put("op", op).put("path", path);
        if (value != null) {
            operation.set("value", OpenScaleServer.MAPPER.readTree(value));
        }
        String patch = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"changed\"}," + operation + "]";
        server.patch("/data_sets/" + id, patch).expectError(400, "");
        assertThat(server.get("/data_sets/" + id).expect(200)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "[null]", "[{\"op\":\"add\"}]", "7", ""})
    void patchesThatAreNoneAreRefused(String patch) {
        String id = id(server.post("/data_sets", request("custom")));
        server.patch("/data_sets/" + id, patch).expectError(400, "");
    }

    @Test
    void columnsWithRecordsStay() {
        String id = id(server.post("/data_sets", request("custom")));
        server.record(id, "count");
        server.patch("/data_sets/" + id, "[{\"op\":\"remove\",\"path\":\"/data_schema/fields/0\"}]")
                .expectError(409, "id");
        JsonNode patched = server.patch(
                        "/data_sets/" + id,
                        "[{\"op\":\"replace\",\"path\":\"/data_schema/fields/7/type\",\"value\":\"double\"}]")
                .expect(200);
        assertThat(Requests.field(patched.at("/entity/data_schema"), "count")
                        .path("type")
                        .stringValue())
                .isEqualTo("double");
    }

    @Test
    void recordsAreDroppedOnlyByForce() {
        String id = id(server.post("/data_sets", request("custom")));
        server.record(id, "count");
        server.delete("/data_sets/" + id).expectError(409, "records");
        server.delete("/data_sets/" + id + "?force=true").expect(202);
        server.get("/data_sets/" + id).expectError(404, id);
        String empty = id(server.post("/data_sets", request("custom")));
        server.delete("/data_sets/" + empty).expect(202);
        server.delete("/data_sets/" + empty).expectError(404, empty);
    }

    @Test
    void aFeedbackTableIsADataSet() {
        ObjectNode request = OpenScaleServer.MAPPER.createObjectNode();
        request.putObject("feedback_data_reference")
                .put("type", "db2")
                .set("location", OpenScaleServer.MAPPER.createObjectNode().put("table_name", "FEEDBACK"));
        request.set("feedback_data_schema", request("custom").path("data_schema"));
        assertThat(server.post("/feedback_tables", request).status()).isEqualTo(201);
        JsonNode table = server.get("/data_sets?type=feedback").expect(200).at("/data_sets/0/entity");
        assertThat(table.path("name").stringValue()).isEqualTo("FEEDBACK");
        assertThat(table.path("data_schema")).isEqualTo(request.path("feedback_data_schema"));
        ((ObjectNode) request.at("/feedback_data_reference/location")).remove("table_name");
        server.post("/feedback_tables", request).expectError(400, "table_name");
    }

    @Test
    void othersSeeAndChangeNothing() {
        String id = id(server.post("/data_sets", request("custom")));
        server.call("GET", "/data_sets/" + id, "", "", "stranger").expectError(404, id);
        server.call("DELETE", "/data_sets/" + id + "?force=true", "", "", "stranger")
                .expectError(404, id);
        server.call("DELETE", "/data_sets/" + id, "", "", "viewer").expectError(403, "dataset.write");
        server.call("POST", "/data_sets", request("custom").toString(), "application/json", "viewer")
                .expectError(403, "dataset.write");
        server.call("POST", "/data_sets", request("custom").toString(), "application/json", "stranger")
                .expectError(400, "data_mart_id");
        assertThat(server.call("GET", "/data_sets", "", "", "stranger")
                        .expect(200)
                        .path("data_sets"))
                .isEmpty();
        server.get("/data_sets/../x").expect(404);
    }

    private ObjectNode request(String type) {
        return Requests.dataSet(server, type, "subscription", subscription);
    }

    private List<String> listed(String query) {
        return server.get("/data_sets?" + query)
                .expect(200)
                .path("data_sets")
                .valueStream()
                .map(DataSetsTest::id)
                .toList();
    }

    private static JsonNode active() {
        return OpenScaleServer.MAPPER.createObjectNode().put("state", "active");
    }

    private static String id(OpenScaleServer.Answer answer) {
        return id(answer.expect(202));
    }

    private static String id(JsonNode resource) {
        return resource.at("/metadata/id").stringValue();
    }
}
