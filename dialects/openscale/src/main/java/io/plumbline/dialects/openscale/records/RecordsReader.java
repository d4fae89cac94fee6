package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.ContentType.Format;
import io.plumbline.dialects.openscale.records.columns.BatchBuilder;
import io.plumbline.dialects.openscale.records.columns.ColumnBuilder;
import io.plumbline.dialects.openscale.records.columns.LimitedInput;
import io.plumbline.dialects.openscale.records.columns.Limits;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.http.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Reads records that come in for a data set, in any format, into one batch. */
public final class RecordsReader {
    private final Ids ids;
    private final InstantSource clock;
    private final Limits limits;

    /**
     * Which reads batches of at most this size.
     *
     * @param ids for records and batches that bring none
     * @param clock for records that bring no time
     */
    public RecordsReader(Ids ids, InstantSource clock, Limits limits) {
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Reads a body.
     *
     * @param key under which the sender repeats the same records, where it gave one
     * @param contentType what the body is: JSON, CSV, or multipart with a file of one of these
     * @param csv how to read CSV
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names row and column, or of
     *     {@link io.plumbline.domain.Failure.TooLarge}
     */
    public Incoming read(
            Dataset dataset, Optional<String> key, MediaType contentType, CsvOptions csv, InputStream body) {
        ContentType type = ContentType.of(contentType);
        InputStream limited = new LimitedInput(body, limits);
        return type.format() == Format.MULTIPART
                ? MultipartFile.read(contentType, limited, (file, content) -> read(dataset, key, file, csv, content))
                : read(dataset, key, type, csv, limited);
    }

    private Incoming read(
            Dataset dataset, Optional<String> key, ContentType type, CsvOptions csv, InputStream content) {
        if (type.format() == Format.CSV) {
            BatchBuilder batch = builder(dataset, ColumnBuilder::byTexts);
            Incoming.Skipped skipped = new CsvRecords(batch, csv).read(content, type.charset());
            return incoming(batch, key, skipped);
        }
        BatchBuilder batch = builder(dataset, ColumnBuilder::byValue);
        new JsonRecords(batch, column -> takes(dataset, column)).read(content);
        return incoming(batch, key, Incoming.Skipped.NONE);
    }

    private BatchBuilder builder(Dataset dataset, Function<String, ColumnBuilder> undeclared) {
        return new BatchBuilder(dataset.schema(), Roles.fields(dataset.schema()), limits, undeclared);
    }

    private static boolean takes(Dataset dataset, String column) {
        return dataset.growth() == Growth.GROWING
                || dataset.schema().column(column).isPresent();
    }

    private Incoming incoming(BatchBuilder builder, Optional<String> key, Incoming.Skipped skipped) {
        Id fresh = ids.next();
        RecordBatch batch = builder.build(fresh.asUuid().toString(), clock.instant());
        if (batch.rows() == 0) {
            throw PlumblineException.invalid(
                    skipped.rows() == 0
                            ? "the body has no records"
                            : "the body has no good records; first bad one: "
                                    + skipped.reasons().getFirst());
        }
        return new Incoming(batchId(builder, batch, key, fresh), batch, skipped);
    }

    /** Of lower-case letters, digits and hyphens, at most 64, because clients ask for the batch by it. */
    private static String batchId(BatchBuilder builder, RecordBatch batch, Optional<String> key, Id fresh) {
        if (key.isPresent()) {
            return batchIdOf(key.get());
        }
        return builder.isIdentified()
                ? "content-" + BatchDigest.of(batch, builder.times().absent(batch.rows()))
                : fresh.asUuid().toString();
    }

    /** The name of the batch that was sent under this key. */
    static String batchIdOf(String key) {
        return "key-" + BatchDigest.of(key);
    }
}
