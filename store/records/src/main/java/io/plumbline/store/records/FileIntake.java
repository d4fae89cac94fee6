package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.RecordEngine.Arrival;
import io.plumbline.domain.record.RecordEngine.Imported;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.domain.record.SchemaEvolution;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes files in, past the log: the engine writes a file of records, which is listed together with its batch in one transaction. Before that it counts
 * for nothing, and the next start removes it.
 */
final class FileIntake {
    private final Parts parts;
    private final RecordFolder folder;
    private final Intake intake;
    private final Flusher flusher;
    private final InstantSource clock;

    FileIntake(Parts parts, RecordFolder folder, Intake intake, Flusher flusher, InstantSource clock) {
        this.parts = parts;
        this.folder = folder;
        this.intake = intake;
        this.flusher = flusher;
        this.clock = clock;
    }

    BatchReceipt keep(
            Dataset dataset, String batchId, IncomingFile incoming, Consumer<Map<String, ValueType>> columns) {
        return intake.once(dataset.id(), batchId, () -> write(dataset, batchId, incoming, columns));
    }

    private BatchReceipt write(
            Dataset dataset, String batchId, IncomingFile incoming, Consumer<Map<String, ValueType>> columns) {
        Id id = parts.ids().next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Path path = folder.create(dataset.id(), id, Content.RECORDS);
        Imported imported = parts.engine()
                .writeFile(
                        path,
                        incoming,
                        dataset.schema(),
                        new Arrival(now, id.asUuid().toString()),
                        types -> SchemaEvolution.grow(dataset.schema(), dataset.growth(), types, Schema.EMPTY));
        BatchReceipt receipt = new BatchReceipt(batchId, imported.written().rows(), now);
        try {
            columns.accept(imported.columns());
            flusher.list(id, dataset.id(), imported.written(), receipt);
            return receipt;
        } catch (RuntimeException e) {
            removeUnlisted(dataset.id(), id, e);
            throw e;
        }
    }

    /** Whether it is listed is not certain where the manifest failed: then the next start finds out. */
    private void removeUnlisted(Id dataset, Id file, RuntimeException cause) {
        try {
            boolean listed = parts.manifest().files(dataset).stream()
                    .anyMatch(each -> each.id().equals(file));
            if (!listed) {
                folder.discard(dataset, file, Content.RECORDS);
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
