package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.Limits;
import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.Stamp;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.http.MediaType;
import io.plumbline.measures.table.ColumnRole;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What the tests of this package have in common. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    static final Id DATASET = new Id(1, 2);
    static final Column ID = Column.of("record_id", ValueType.TEXT, ColumnRole.ID);
    static final Column TIME = Column.of("record_timestamp", ValueType.TIMESTAMP, ColumnRole.TIME);
    static final Column TRANSACTION = new Column(
            "transaction_id",
            ValueType.TEXT,
            ColumnRole.METADATA,
            new Document("{\"metadata\":{\"transaction_id_key\":true}}"));

    private Samples() {}

    static Dataset dataset(Column... columns) {
        return dataset(Growth.GROWING, columns);
    }

    static Dataset dataset(Growth growth, Column... columns) {
        return new Dataset(
                new Header(DATASET, new Id(1, 1), Optional.empty(), 1, Stamp.made(NOW, "tester")),
                Optional.empty(),
                Dataset.Kind.PRODUCTION,
                "payload_logging",
                "payload",
                "",
                new Schema(1, List.of(columns)),
                growth,
                Optional.empty(),
                Document.EMPTY);
    }

    static Column feature(String name, ValueType type) {
        return Column.of(name, type, ColumnRole.FEATURE);
    }

    static RecordsReader reader() {
        return reader(Limits.DEFAULT);
    }

    static RecordsReader reader(Limits limits) {
        return new RecordsReader(counting(), () -> NOW, limits);
    }

    static Ids counting() {
        long[] count = {0};
        return () -> new Id(7, ++count[0]);
    }

    static Incoming json(Dataset dataset, String body) {
        return read(reader(), dataset, Optional.empty(), body);
    }

    static Incoming read(RecordsReader reader, Dataset dataset, Optional<String> key, String body) {
        return reader.read(dataset, key, MediaType.of(""), CsvOptions.DEFAULT, stream(body));
    }

    static RecordBatch batch(String body, Column... columns) {
        return json(dataset(columns), body).batch();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of shared data; the test is skipped where there is none. */
    static Path shared(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        Assumptions.assumeTrue(false, "there is no shared/" + name);
        throw new IllegalStateException("unreachable");
    }
}
