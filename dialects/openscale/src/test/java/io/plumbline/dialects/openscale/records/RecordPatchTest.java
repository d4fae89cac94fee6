package io.plumbline.dialects.openscale.records;

import static io.plumbline.dialects.openscale.records.Samples.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.dialects.openscale.wire.DataSetRecord;
import io.plumbline.dialects.openscale.wire.RecordsApi.AddRecordsQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.GetRecordRequestQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.PatchRecordQuery;
import io.plumbline.dialects.openscale.wire.RecordsApi.PatchRecordsQuery;
import io.plumbline.dialects.openscale.wire.ResourceState;
import io.plumbline.dialects.openscale.wire.Status;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.MediaType;
import io.plumbline.http.RequestBody;
import io.plumbline.http.patch.JsonPatchOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPatchTest {
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

    @BeforeEach
    void addRecords() throws IOException {
        String records = "[{\"record_id\":\"r1\",\"n\":0.5},{\"record_id\":\"a/b\"}]";
        desk.adapter.addRecords(
                EDITOR,
                ID,
                new AddRecordsQuery(null, null, null, null, null, null, null, null),
                new RequestBody(MediaType.of("application/json"), OptionalLong.empty(), Samples.stream(records)));
    }

    @Test
    void manyRecordsArePatched() {
        Answer<Status> answer = desk.adapter.patchRecords(
                EDITOR,
                ID,
                new PatchRecordsQuery(null, null),
                List.of(
                        operation("test", "/records/r1/values/n", "0.5"),
                        operation("replace", "/records/r1/values/n", "7"),
                        operation("add", "/records/r1/values/t", "\"2026-01-31 13:00:00+01:00\""),
                        operation("remove", "/records/r1/values/s", null),
                        operation("add", "/records/a~1b/annotations/biased", "[{\"x\":1}]")));
        assertThat(desk.records.changes)
                .containsExactly(
                        change("r1", Part.VALUE, "n", "7"),
                        change("r1", Part.VALUE, "t", "\"2026-01-31T12:00:00.000000Z\""),
                        change("r1", Part.VALUE, "s", null),
                        change("a/b", Part.ANNOTATION, "biased", "[{\"x\":1}]"));
        assertThat(state(request(answer))).isEqualTo(ResourceState.ACTIVE);
    }

    @Test
    void oneRecordIsPatched() {
        DataSetRecord record = desk.adapter.patchRecord(
                EDITOR,
                ID,
                "r1",
                new PatchRecordQuery(null, null, null),
                patch("add", "/annotations/biased", "{\"fairness_score\":0.62}"));
        assertThat(record.entity().annotations())
                .containsEntry("biased", Json.MAPPER.readTree("{\"fairness_score\":0.62}"));
    }

    @Test
    void anOperationThatIsNullIsRefused() {
        List<JsonPatchOperation> patch = new ArrayList<>();
        patch.add(null);
        assertThatThrownBy(() -> desk.adapter.patchRecords(EDITOR, ID, new PatchRecordsQuery(null, null), patch))
                .hasMessage("operation 0 of the patch is null");
        assertThatThrownBy(
                        () -> desk.adapter.patchRecord(EDITOR, ID, "r1", new PatchRecordQuery(null, null, null), patch))
                .hasMessage("operation 0 of the patch is null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            add     | /records/r1/values/n          | "x"    | the column n takes numbers, not "x"
            add     | /records/r1/values/i          | 0.5    | the column i takes whole numbers of 64 bits, not 0.5
            add     | /records/r1/values/i          | 1e30   | the column i takes whole numbers of 64 bits, not 1.0E30
            add     | /records/r1/values/s          | 1      | the column s takes texts, not 1
            add     | /records/r1/values/b          | "true" | the column b takes true and false, not "true"
            add     | /records/r1/values/t          | 17     | the column t takes times such as 2026-01-31T12:00:00.000Z, not 17
            add     | /records/r1/values/t          | "noon" | the column t takes times such as 2026-01-31T12:00:00.000Z, not "noon"
            add     | /records/r1/values/v          | ["a"]  | the column v takes arrays of numbers, not ["a"]
            add     | /records/r1/values/raw        | "%"    | the column raw takes bytes as base64, not "%"
            add     | /records/r1/values/nobody     | 1      | the data set has no column nobody
            add     | /records/r1/values/record_id  | "x"    | the column record_id tells which record it is or when, which cannot be changed
            add     | /records/r9/values/n          | 1      | record r9 not found
            add     | /values/n                     | 1      | the path /values/n is not that of a value or an annotation of a record
            add     | /records/r1/entity/n          | 1      | the path /records/r1/entity/n is not that of a value or an annotation of a record
            add     | /records/r1/values            | {}     | the path /records/r1/values is not that of a value or an annotation of a record
            add     | records/r1/values/n           | 1      | the path records/r1/values/n is not that of a value or an annotation of a record
            remove  | /records/r1/annotations/x     |        | operation 1 of the patch leads to "/records/r1/annotations/x", which is not there
            replace | /records/r1/annotations/x     | 1      | operation 1 of the patch leads to "/records/r1/annotations/x", which is not there
            test    | /records/r1/values/n          | 9      | operation 1 of the patch tests "/records/r1/values/n" for a value that is not there
            """)
    void aBadPatchIsRefusedAsAWhole(String op, String path, @Nullable String value, String message) {
        List<JsonPatchOperation> patch =
                List.of(operation("add", "/records/r1/values/n", "1"), operation(op, path, value));
        assertThatThrownBy(() -> desk.adapter.patchRecords(EDITOR, ID, new PatchRecordsQuery(null, null), patch))
                .isInstanceOf(PlumblineException.class)
                .hasMessage(message);
        assertThat(desk.records.changes).isEmpty();
    }

    private static String request(Answer<Status> answer) {
        String location = Objects.requireNonNull(answer.headers().get("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private ResourceState state(String request) {
        return desk.adapter
                .getRecordRequest(VIEWER, ID, request, new GetRecordRequestQuery(null, null))
                .state();
    }

    private static List<JsonPatchOperation> patch(String op, String path, @Nullable String value) {
        return List.of(operation(op, path, value));
    }

    private static JsonPatchOperation operation(String op, String path, @Nullable String value) {
        return new JsonPatchOperation(op, path, null, value == null ? null : Json.MAPPER.readTree(value));
    }

    private static RecordChange change(String record, Part part, String field, @Nullable String value) {
        return new RecordChange(record, part, field, Optional.ofNullable(value), Samples.NOW);
    }
}
