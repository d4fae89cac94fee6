package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.FileReceipt;
import io.plumbline.dialects.nativeapi.wire.FilesApi;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.FieldColumns;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.IncomingFile.Format;
import io.plumbline.domain.record.IncomingFile.Header;
import io.plumbline.domain.record.Ingest;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.registration.Datasets;
import io.plumbline.http.Answer;
import io.plumbline.http.Call;
import io.plumbline.http.MediaType;
import io.plumbline.http.RequestBody;
import io.plumbline.http.Spool;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files whose rows become records, before they are answered. */
public final class FilesAdapter implements FilesApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    /** 224 bits, so that the name of a batch stays within 64 characters. */
    private static final int DIGEST = 56;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Map<String, Format> FORMATS = Map.of(
            "text/csv", Format.CSV,
            "application/vnd.apache.parquet", Format.PARQUET,
            "application/json", Format.JSON,
            "application/x-ndjson", Format.JSON);

    private final Datasets datasets;
    private final RecordStore records;
    private final Ingest ingest;
    private final Spool spool;

    /**
     * Over these use cases.
     *
     * @param spool where files lie while they are read
     */
    public FilesAdapter(Datasets datasets, RecordStore records, Ingest ingest, Spool spool) {
        this.datasets = datasets;
        this.records = records;
        this.ingest = ingest;
        this.spool = spool;
    }

    @Override
    public Answer<FileReceipt> addFile(Call call, String datasetId, AddFileQuery query, RequestBody body) {
        Dataset dataset = datasets.find(call.caller(), WireId.of("dataset", datasetId));
        call.caller().require(Permission.RECORD_WRITE, dataset.header().project());
        Optional<String> key = call.headers().first("Idempotency-Key").map(FilesAdapter::batchOf);
        try (Spool.Spooled file = spool.take(body.content())) {
            String batch = key.orElse("file-" + file.digest().substring(0, DIGEST));
            Optional<BatchReceipt> known = records.batch(dataset.id(), batch);
            return known.isPresent()
                    ? answer(known.get(), true)
                    : answer(
                            ingest.appendFile(
                                    call.caller(), dataset, batch, incoming(file.path(), body.contentType(), query)),
                            false);
        }
    }

    private static String batchOf(String key) {
        if (!KEY.matcher(key).matches()) {
            throw PlumblineException.invalid(
                    "Idempotency-Key", "Idempotency-Key has 1 to 128 visible characters of ASCII");
        }
        return "named-" + key;
    }

    private static IncomingFile incoming(Path path, MediaType type, AddFileQuery query) {
        Optional<Format> asked = Optional.ofNullable(query.format()).map(format -> Format.valueOf(format.name()));
        return new IncomingFile(
                path,
                asked.or(() -> Optional.ofNullable(FORMATS.get(type.name()))),
                Optional.ofNullable(query.delimiter()).map(FilesAdapter::delimiter),
                Optional.ofNullable(query.header()).map(given -> given ? Header.PRESENT : Header.ABSENT),
                new FieldColumns(
                        Optional.ofNullable(query.recordId()),
                        Optional.ofNullable(query.eventTime()),
                        Optional.ofNullable(query.transactionId())));
    }

    private static char delimiter(String text) {
        if (text.length() != 1 || text.charAt(0) < '\t' || "\n\r\"".contains(text)) {
            throw PlumblineException.invalid(
                    "delimiter", "delimiter is one character that is neither a quote nor a line break");
        }
        return text.charAt(0);
    }

    private static Answer<FileReceipt> answer(BatchReceipt receipt, boolean repeated) {
        FileReceipt wire = FileReceipt.builder()
                .batchId(receipt.batchId())
                .rows(receipt.rows())
                .receivedAt(receipt.receivedAt())
                .repeated(repeated)
                .build();
        return Answer.of(wire).withStatus(repeated ? OK : CREATED);
    }
}
