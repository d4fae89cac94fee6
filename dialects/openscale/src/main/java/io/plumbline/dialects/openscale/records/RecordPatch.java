package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.http.patch.JsonPatch;
import io.plumbline.http.patch.JsonPatchOperation;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Patch of records: it is applied to them as they are, and what it changed are the changes to keep. So all of RFC 6902 holds, the
 * tests included.
 */
final class RecordPatch {
    private static final int MOST_OPERATIONS = 10_000;

    private final List<JsonPatchOperation> operations;
    private final JsonPatch patch;

    private RecordPatch(List<JsonPatchOperation> operations) {
        this.patch = JsonPatch.of(operations);
        if (operations.isEmpty() || operations.size() > MOST_OPERATIONS) {
            throw PlumblineException.invalid("a patch of records has 1 to " + MOST_OPERATIONS + " operations");
        }
        this.operations = operations;
    }

    /** Of many records, whose paths begin with {@code /records/{id}}. */
    static RecordPatch ofMany(List<JsonPatchOperation> operations) {
        return new RecordPatch(operations);
    }

    /** Of one record, whose paths begin within it. */
    static RecordPatch of(String recordId, List<JsonPatchOperation> operations) {
        String record = PatchTarget.pathOf(recordId);
        return new RecordPatch(ofMany(operations).operations.stream()
                .map(operation -> new JsonPatchOperation(
                        operation.op(),
                        below(record, operation.path()),
                        below(record, operation.from()),
                        operation.value()))
                .toList());
    }

    private static @Nullable String below(String record, @Nullable String path) {
        return path == null ? null : record + path;
    }

    /** The ids of the records that the patch is about. */
    List<String> recordIds() {
        return targets(operations.stream()).stream()
                .map(PatchTarget::recordId)
                .distinct()
                .toList();
    }

    /**
     * What the patch changes.
     *
     * @param page with the records that the patch is about, those that are there
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.NotFound} where a record is not; of
     *     {@link io.plumbline.domain.Failure.Conflict} where a test fails; of {@link io.plumbline.domain.Failure.Invalid} where a column is
     *     unknown or of another type, or an operation makes no sense
     */
    List<RecordChange> changes(Dataset dataset, RecordPage page, Instant now) {
        requireRecords(page);
        RecordFields fields = Roles.fields(dataset.schema());
        Set<PatchTarget> all = targets(operations.stream());
        all.forEach(target -> requireColumn(dataset, fields, target));
        JsonNode after = patch.apply(document(dataset, page));
        Stream<JsonPatchOperation> changing = operations.stream().filter(operation -> !"test".equals(operation.op()));
        return targets(changing).stream()
                .map(target -> change(dataset, target, after, now))
                .toList();
    }

    private static Set<PatchTarget> targets(Stream<JsonPatchOperation> operations) {
        Set<PatchTarget> targets = new LinkedHashSet<>();
        operations
                .flatMap(operation -> Stream.of(operation.path(), operation.from()))
                .flatMap(Stream::ofNullable)
                .forEach(path -> targets.add(PatchTarget.of(path)));
        return targets;
    }

    private void requireRecords(RecordPage page) {
        List<String> found = page.records().stream().map(StoredRecord::id).toList();
        recordIds().stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
            throw PlumblineException.notFound("record", id);
        });
    }

    private static void requireColumn(Dataset dataset, RecordFields fields, PatchTarget target) {
        if (target.part() == Part.VALUE) {
            column(dataset, target);
            fields.of(target.field()).ifPresent(field -> {
                throw PlumblineException.invalid(
                        target.field(),
                        "the column " + target.field() + " tells which record it is or when, which cannot be changed");
            });
        }
    }

    private static Column column(Dataset dataset, PatchTarget target) {
        return dataset.schema()
                .column(target.field())
                .orElseThrow(() ->
                        PlumblineException.invalid(target.field(), "the data set has no column " + target.field()));
    }

    private static JsonNode document(Dataset dataset, RecordPage page) {
        RecordsWriter writer = new RecordsWriter(dataset, RecordsView.whole(null));
        ObjectNode document = Json.MAPPER.createObjectNode();
        ObjectNode records = document.putObject("records");
        for (StoredRecord record : page.records()) {
            records.set(
                    record.id(),
                    Json.tree(json -> writer.record(json, page.columns(), record))
                            .get("entity"));
        }
        return document;
    }

    private static RecordChange change(Dataset dataset, PatchTarget target, JsonNode after, Instant now) {
        JsonNode record = after.get("records").get(target.recordId());
        JsonNode value = record.path(target.part() == Part.VALUE ? "values" : "annotations")
                .path(target.field());
        Optional<String> kept = value.isMissingNode()
                ? Optional.empty()
                : target.part() == Part.VALUE
                        ? PatchedValue.of(column(dataset, target), value)
                        : Optional.of(value.toString());
        return new RecordChange(target.recordId(), target.part(), target.field(), kept, now);
    }
}
