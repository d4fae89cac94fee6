package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.wire.DataSetRecord;
import io.plumbline.dialects.openscale.wire.DataSetRecords;
import io.plumbline.dialects.openscale.wire.RecordsApi;
import io.plumbline.dialects.openscale.wire.ResourceState;
import io.plumbline.dialects.openscale.wire.Status;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.RequestBody;
import io.plumbline.http.StreamingAnswer;
import io.plumbline.http.patch.JsonPatchOperation;
import java.util.List;
import java.util.function.DoubleSupplier;
import tools.jackson.core.JsonGenerator;

/** Records of data sets. What was taken in is stored for good by the time it is answered, so a request is active as soon as it is known. */
public final class RecordsAdapter implements RecordsApi {
    private static final String JSON = "application/json";

    private final DataSetsInView datasets;
    private final RecordStore store;
    private final Ingest ingest;
    private final RecordsReader reader;
    private final RecordPatches patches;
    private final RecordSearch search;
    private final DoubleSupplier seeds;

    /**
     * Over these use cases.
     *
     * @param summaries tells what a data set is
     * @param seeds for random orders whose request gives none, from 0 to 1
     */
    public RecordsAdapter(
            Datasets datasets,
            RecordStore store,
            Ingest ingest,
            RecordsReader reader,
            RecordPatches patches,
            DataSetSummaries summaries,
            DoubleSupplier seeds) {
        this.datasets = new DataSetsInView(datasets);
        this.store = store;
        this.ingest = ingest;
        this.reader = reader;
        this.patches = patches;
        this.search = new RecordSearch(this.datasets, store, summaries);
        this.seeds = seeds;
    }

    @Override
    public Answer<Status> addRecords(Call call, String dataSetId, AddRecordsQuery query, RequestBody body) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_WRITE);
        Incoming incoming = reader.read(
                dataset,
                call.headers().first("Idempotency-Key"),
                body.contentType(),
                CsvOptions.of(query),
                body.content());
        ingest.append(call.caller(), dataset, incoming.batchId(), incoming.batch());
        return accepted(dataset, incoming.batchId(), SkippedRows.status(incoming.skipped(), call.requestId()));
    }

    @Override
    public StreamingAnswer listRecords(Call call, String dataSetId, ListRecordsQuery query) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_READ);
        RecordQuery asked =
                new RecordQueries(datasets.filters(call.caller(), dataset), seeds).of(query, dataset.schema());
        RecordPage page = store.find(dataset, asked);
        RecordsWriter writer = new RecordsWriter(dataset, RecordQueries.view(query));
        return StreamingAnswer.of(JSON, out -> {
            try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
                writer.page(json, page);
            }
        });
    }

    @Override
    public DataSetRecords listDataSetRecords(Call call, ListDataSetRecordsQuery query) {
        return search.find(call.caller(), query);
    }

    @Override
    public DataSetRecord getRecord(Call call, String dataSetId, String recordId, GetRecordQuery query) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_READ);
        return wire(dataset, recordId, RecordsView.whole(query.binaryFormat()));
    }

    @Override
    public StreamingAnswer getRecordField(
            Call call, String dataSetId, String recordId, String fieldName, GetRecordFieldQuery query) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_READ);
        RecordPage page = page(dataset, recordId);
        return RecordField.answer(dataset, page, page.records().getFirst(), fieldName);
    }

    @Override
    public Answer<Status> patchRecords(
            Call call, String dataSetId, PatchRecordsQuery query, List<JsonPatchOperation> body) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_WRITE);
        String batch = patches.apply(dataset, RecordPatch.ofMany(body));
        return accepted(dataset, batch, SkippedRows.status(Incoming.Skipped.NONE, call.requestId()));
    }

    @Override
    public DataSetRecord patchRecord(
            Call call, String dataSetId, String recordId, PatchRecordQuery query, List<JsonPatchOperation> body) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_WRITE);
        patches.apply(dataset, RecordPatch.of(recordId, body));
        return wire(dataset, recordId, RecordsView.whole(query.binaryFormat()));
    }

    /** A request is known by its id, and by the key that its sender gave it. */
    @Override
    public Status getRecordRequest(Call call, String dataSetId, String requestId, GetRecordRequestQuery query) {
        Dataset dataset = datasets.find(call.caller(), dataSetId, Permission.RECORD_READ);
        return store.batch(dataset.id(), requestId)
                .or(() -> store.batch(dataset.id(), RecordsReader.batchIdOf(requestId)))
                .map(receipt -> Status.builder().state(ResourceState.ACTIVE).build())
                .orElseThrow(() -> PlumblineException.notFound("request", requestId));
    }

    private static Answer<Status> accepted(Dataset dataset, String batch, Status status) {
        return Answer.of(status)
                .withHeader("Location", "/v2/data_sets/" + WireId.of(dataset.id()) + "/requests/" + batch);
    }

    private DataSetRecord wire(Dataset dataset, String recordId, RecordsView view) {
        RecordPage page = page(dataset, recordId);
        return new RecordsWriter(dataset, view).wire(page, page.records().getFirst());
    }

    private RecordPage page(Dataset dataset, String recordId) {
        RecordPage page = store.find(dataset, List.of(recordId));
        if (page.records().isEmpty()) {
            throw PlumblineException.notFound("record", recordId);
        }
        return page;
    }
}
