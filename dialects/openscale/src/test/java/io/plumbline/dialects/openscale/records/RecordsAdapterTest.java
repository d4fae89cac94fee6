package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.wire.BinaryFormat;
import io.plumbline.dialects.openscale.wire.DataSetRecord;
import io.plumbline.dialects.openscale.wire.DataSetType;
import io.plumbline.dialects.openscale.wire.ErrorReport;
import io.plumbline.dialects.openscale.wire.OnError;
import io.plumbline.dialects.openscale.wire.RecordsApi.AddRecordsQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.GetRecordFieldQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.GetRecordQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.GetRecordRequestQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.ListDataSetRecordsQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.ListRecordsQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.PatchRecordsQuery;
import io.plumbline.dialects.openscale.wire.ResourceState;
import io.plumbline.dialects.openscale.wire.Status;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.MediaType;
import io.plumbline.http.RequestBody;
import io.plumbline.http.StreamingAnswer;
import io.plumbline.http.patch.JsonPatchOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordsAdapterTest {
    private static final Dataset DATASET = Samples.dataset(
            Samples.ID,
            Samples.TIME,
            feature("n", ValueType.NUMBER),
            feature("i", ValueType.INTEGER),
            feature("s", ValueType.TEXT),
            feature("b", ValueType.BOOLEAN),
            feature("t", ValueType.TIMESTAMP),
            feature("v", ValueType.VECTOR),
            feature("j", ValueType.JSON),
            feature("raw", ValueType.BINARY),
            feature("raw.metadata", ValueType.TEXT));
    private static final String ID = Desk.id(DATASET);
    private static final Call EDITOR = Desk.call(Role.EDITOR);
    private static final Call VIEWER = Desk.call(Role.VIEWER);

    private final Desk desk = new Desk(DATASET);

    @Test
    void whatIsAddedIsAcceptedUnderAnAddressThatTellsItsState() {
        Answer<Status> answer = add("application/json", "[{\"record_id\":\"r1\",\"n\":0.5}]", null);
        assertThat(answer.body()).isNotNull().extracting(Status::state).isEqualTo(ResourceState.PREPARING);
        assertThat(answer.headers().get("Location")).startsWith("/v2/data_sets/" + ID + "/requests/");
        String request = request(answer);
        assertThat(request).matches("[a-z0-9_-]{1,64}");
        assertThat(state(request)).isEqualTo(ResourceState.ACTIVE);
        assertThatThrownBy(() -> state("nothing")).hasMessage("request nothing not found");
    }

    @Test
    void theSameRecordsAreCountedOnce() {
        add("application/json", "[{\"record_id\":\"r1\",\"n\":0.5}]", null);
        add("application/json", "{\"fields\":[\"n\",\"record_id\"],\"values\":[[0.5,\"r1\"]]}", null);
        assertThat(desk.records.count(DATASET.id())).isOne();
    }

    @Test
    void rowsThatWerePassedOverAreTold() {
        Status status = add("text/csv", "n\n1\nx\n2\n", OnError.CONTINUE).body();
        ErrorReport report =
                Objects.requireNonNull(Objects.requireNonNull(status).failure());
        assertThat(report.errors())
                .extracting(item -> item.message())
                .containsExactly(
                        "1 bad rows were passed over", "line 3: the column n takes numbers, not the text \"x\"");
    }

    @Test
    void badRecordsChangeNothing() {
        assertThatThrownBy(() -> add("application/json", "[{\"n\":1},{\"n\":\"x\"}]", null))
                .isInstanceOf(PlumblineException.class);
        assertThat(desk.records.count(DATASET.id())).isZero();
    }

    @Test
    void whoMayOnlyReadAddsAndChangesNothing() {
        add("application/json", "[{\"record_id\":\"r1\",\"n\":0.5}]", null);
        assertThatThrownBy(() -> desk.adapter.addRecords(VIEWER, ID, query(null), body("application/json", "[]")))
                .hasMessageContaining("record.write");
        assertThatThrownBy(() -> desk.adapter.patchRecords(
                        VIEWER,
                        ID,
                        new PatchRecordsQuery(null, null),
                        List.of(new JsonPatchOperation("remove", "/records/r1/values/n", null, null))))
                .hasMessageContaining("record.write");
    }

    @Test
    void recordsAreListed() throws IOException {
        add("application/json", "[{\"record_id\":\"r1\",\"n\":0.5},{\"record_id\":\"r2\",\"n\":2}]", null);
        JsonNode page = json(desk.adapter.listRecords(VIEWER, ID, list("n:gt:0", "n:desc", null)));
        assertThat(page.at("/total_count").asInt()).isEqualTo(2);
        assertThat(page.at("/records/0/entity/values/record_id").asString()).isEqualTo("r1");
        assertThat(page.at("/records/1/entity/values/n").asDouble()).isEqualTo(2);
    }

    @Test
    void oneRecordIsRead() {
        add("application/json", "[{\"record_id\":\"r1\",\"raw\":\"AQI=\",\"s\":null}]", null);
        DataSetRecord record = desk.adapter.getRecord(VIEWER, ID, "r1", new GetRecordQuery(null, null, null));
        assertThat(record.metadata().id()).isEqualTo("r1");
        assertThat(record.entity().values()).containsEntry("raw", Json.MAPPER.readTree("\"AQI=\""));
        assertThat(record.entity().values()).containsEntry("s", Json.MAPPER.nullNode());
        DataSetRecord referring =
                desk.adapter.getRecord(VIEWER, ID, "r1", new GetRecordQuery(null, null, BinaryFormat.REFERENCE));
        assertThat(referring.entity().values()).doesNotContainKey("raw");
        assertThat(referring.entity().references()).containsEntry("raw", "/v2/data_sets/" + ID + "/records/r1/raw");
        assertThatThrownBy(() -> desk.adapter.getRecord(VIEWER, ID, "r9", new GetRecordQuery(null, null, null)))
                .hasMessage("record r9 not found");
    }

    @Test
    void oneFieldIsRead() throws IOException {
        add(
                "application/json",
                "[{\"record_id\":\"r1\",\"raw\":\"SGk=\",\"raw.metadata\":\"text/plain\",\"n\":0.5},"
                        + "{\"record_id\":\"r2\",\"raw\":\"SGk=\",\"raw.metadata\":\"text/html\\n\"},{\"record_id\":\"r3\"}]",
                null);
        assertThat(field("r1", "raw").contentType()).isEqualTo("text/plain");
        assertThat(written(field("r1", "raw"))).isEqualTo("Hi");
        assertThat(field("r2", "raw").contentType()).isEqualTo("application/octet-stream");
        assertThat(written(field("r1", "n"))).isEqualTo("{\"n\":0.5}");
        assertThat(written(field("r1", "record_id"))).isEqualTo("{\"record_id\":\"r1\"}");
        assertThatThrownBy(() -> field("r3", "raw")).hasMessage("field raw not found");
        assertThatThrownBy(() -> field("r1", "x")).hasMessage("field x not found");
    }

    @Test
    void recordsAreFoundInAllDataSetsOfAType() {
        add("application/json", "[{\"record_id\":\"r1\"},{\"record_id\":\"r2\"}]", null);
        assertThat(desk.adapter
                        .listDataSetRecords(VIEWER, search(DataSetType.PAYLOAD_LOGGING, 1L))
                        .dataSetRecords())
                .singleElement()
                .satisfies(found -> assertThat(found.records())
                        .singleElement()
                        .extracting(record -> record.metadata().id())
                        .isEqualTo("r2"));
        assertThat(desk.adapter
                        .listDataSetRecords(VIEWER, search(DataSetType.PAYLOAD_LOGGING, 2L))
                        .dataSetRecords())
                .isEmpty();
        assertThat(desk.adapter
                        .listDataSetRecords(VIEWER, search(DataSetType.FEEDBACK, 0L))
                        .dataSetRecords())
                .isEmpty();
    }

    @Test
    void anUnknownDataSetIsNotFound() {
        for (String id : List.of(
                "x", "00000000-0000-0000-0000-000000000000", Desk.id(DATASET).replace('0', 'f'))) {
            assertThatThrownBy(() -> desk.adapter.listRecords(VIEWER, id, list(null, null, null)))
                    .isInstanceOfSatisfying(
                            PlumblineException.class,
                            e -> assertThat(e.failure()).isInstanceOf(Failure.NotFound.class));
        }
    }

    private static String request(Answer<Status> answer) {
        String location = Objects.requireNonNull(answer.headers().get("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private Answer<Status> add(String type, String content, @Nullable OnError onError) {
        return desk.adapter.addRecords(EDITOR, ID, query(onError), body(type, content));
    }

    private static AddRecordsQuery query(@Nullable OnError onError) {
        return new AddRecordsQuery(null, null, null, null, null, null, onError, null);
    }

    private static RequestBody body(String type, String content) {
        return new RequestBody(MediaType.of(type), OptionalLong.empty(), Samples.stream(content));
    }

    private ResourceState state(String request) {
        return desk.adapter
                .getRecordRequest(VIEWER, ID, request, new GetRecordRequestQuery(null, null))
                .state();
    }

    private StreamingAnswer field(String record, String name) {
        return desk.adapter.getRecordField(VIEWER, ID, record, name, new GetRecordFieldQuery(null, null));
    }

    static ListRecordsQuery list(@Nullable String filter, @Nullable String order, @Nullable Double seed) {
        return new ListRecordsQuery(
                null, null, null, null, null, null, null, null, null, filter, true, order, seed, null, null);
    }

    private static ListDataSetRecordsQuery search(DataSetType type, long offset) {
        return new ListDataSetRecordsQuery(null, null, type, null, null, null, null, offset, null);
    }

    private static JsonNode json(StreamingAnswer answer) throws IOException {
        return Json.MAPPER.readTree(written(answer));
    }

    private static String written(StreamingAnswer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.content().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
