package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordView;
import io.plumbline.domain.record.RecordViews;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.measures.profile.SketchKind;
import io.plumbline.store.records.frame.RecordFrame;
import io.plumbline.store.records.log.IntakeLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A record store over an intake log, a manifest and an engine. Acknowledged is what the log has synced; seen is what is in files, and each read first makes files of what it has to see. An
 * empty batch leaves no trace.
 */
public final class LoggedRecordStore implements RecordStore, RecordViews, Closeable {
    private static final int HOUR = 3600;
    private static final int SCANNED_ROWS = 1 << 14;

    private final Parts parts;
    private final InstantSource clock;
    private final IntakeLog log;
    private final RecordFolder folder;
    private final Pending pending;
    private final Intake intake;
    private final FileIntake fileIntake;
    private final Flusher flusher;
    private final Rewriter rewriter;
    private final Compaction compaction;
    private final Upkeep upkeep;
    private final StoreReport recovery;

    private LoggedRecordStore(IntakeLog log, Path root, StoreSettings settings, Parts parts, InstantSource clock)
            throws IOException {
        this.parts = parts;
        this.clock = clock;
        this.log = log;
        folder = new RecordFolder(root.resolve("records"));
        LowWater lowWater = new LowWater(log.consumed());
        pending = new Pending(settings, lowWater);
        intake = new Intake(log, parts.manifest(), pending, lowWater);
        flusher =
                new Flusher(parts, folder, pending, new RefusedFrames(root.resolve("refused")), settings.flushBytes());
        fileIntake = new FileIntake(parts, folder, intake, flusher, clock);
        rewriter = new Rewriter(parts, folder, pending);
        compaction = new Compaction(rewriter, settings);
        upkeep = new Upkeep(log, parts.manifest(), pending, lowWater, flusher, rewriter, compaction, settings, clock);
        recovery = new StoreRecovery(log, parts, folder, pending, lowWater).run();
    }

    /**
     * Opens the store of a folder: {@code log} in it has the intake log, {@code records} the files, {@code refused} batches that no file could hold.
     *
     * @throws io.plumbline.store.records.log.LogException where the log is in use or damaged
     * @throws IOException where the disk fails
     */
    public static LoggedRecordStore open(Path folder, StoreSettings settings, Parts parts, InstantSource clock)
            throws IOException {
        IntakeLog log = IntakeLog.open(folder.resolve("log"), settings.log());
        try {
            LoggedRecordStore store = new LoggedRecordStore(log, folder, settings, parts, clock);
            store.upkeep.start();
            return store;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** What opening found. */
    public StoreReport recovery() {
        return recovery;
    }

    /** How it is doing. */
    public StoreStatus status() {
        return new StoreStatus(pending.rows(), pending.bytes(), log.heldBytes(), upkeep.trouble());
    }

    @Override
    public BatchReceipt append(Id dataset, String batchId, RecordBatch batch) {
        Storable.require(batch);
        return keep(new RecordFrame.Batch(dataset, receiptNow(batchId, batch.rows()), batch));
    }

    @Override
    public BatchReceipt change(Id dataset, String batchId, List<RecordChange> changes) {
        return keep(new RecordFrame.Changes(dataset, receiptNow(batchId, changes.size()), changes));
    }

    /** The file is durable and listed when this returns; its profiles are taken in the background, or by who asks for them first. */
    @Override
    public BatchReceipt appendFile(
            Dataset dataset, String batchId, IncomingFile file, Consumer<Map<String, ValueType>> columns) {
        BatchReceipt receipt = fileIntake.keep(dataset, batchId, file, columns);
        upkeep.tookFile(dataset.id());
        return receipt;
    }

    private BatchReceipt receiptNow(String batchId, int rows) {
        return new BatchReceipt(batchId, rows, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private BatchReceipt keep(RecordFrame.Kept frame) {
        if (frame.receipt().rows() == 0) {
            return frame.receipt();
        }
        BatchReceipt receipt = intake.keep(frame);
        upkeep.tookIn(frame.dataset());
        return receipt;
    }

    @Override
    public Optional<BatchReceipt> batch(Id dataset, String batchId) {
        return intake.receipt(dataset, batchId);
    }

    @Override
    public RecordPage find(Dataset dataset, RecordQuery query) {
        try (Reading reading = reading(dataset)) {
            return parts.engine().find(reading.files(), query, reading);
        }
    }

    @Override
    public RecordPage find(Dataset dataset, List<String> ids) {
        try (Reading reading = reading(dataset)) {
            return parts.engine().find(reading.files(), ids);
        }
    }

    @Override
    public GroupTable group(Dataset dataset, GroupQuery query) {
        try (Reading reading = reading(dataset)) {
            return parts.engine().group(reading.files(), query, reading);
        }
    }

    @Override
    public void scan(Dataset dataset, RecordWindow window, Consumer<RecordBatch> batches) {
        try (Reading reading = reading(dataset)) {
            parts.engine().scan(reading.files(), window, SCANNED_ROWS, batches);
        }
    }

    @Override
    public void join(
            Dataset dataset, RecordWindow window, Dataset other, List<String> columns, Consumer<RecordBatch> batches) {
        try (Reading reading = reading(dataset)) {
            parts.engine().join(reading.files(), window, reading.files(other.id()), columns, SCANNED_ROWS, batches);
        }
    }

    @Override
    public RecordView open(Dataset dataset, Optional<Dataset> other) {
        Reading reading = reading(dataset);
        try {
            return new LoggedView(
                    parts.engine(),
                    reading,
                    reading.listed(dataset),
                    other.map(Dataset::id).map(reading::other).map(reading::listed));
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** The manifest counts what is in files, so what came is put there first. */
    @Override
    public String marker(Id dataset) {
        flusher.flush(dataset);
        return Long.toString(parts.manifest().generation(dataset));
    }

    private Reading reading(Dataset dataset) {
        return new Reading(parts, flusher, folder, dataset);
    }

    @Override
    public long count(Id dataset) {
        flusher.flush(dataset);
        return parts.manifest().files(dataset).stream()
                .filter(file -> file.content() == Content.RECORDS)
                .mapToLong(RecordFile::rows)
                .sum();
    }

    /** The cells of all hours that the time touches, one for each hour and measured column, ordered by hour. Changes are folded in first. */
    @Override
    public List<ProfileCell> cells(Dataset dataset, Instant from, Instant until, Set<SketchKind> sketches) {
        flusher.flush(dataset.id());
        compaction.fold(dataset.id());
        rewriter.profile(dataset.id());
        Schema schema = rewriter.schema(dataset.id());
        List<ProfileCell> cells = stored(dataset.id(), from, until, sketches);
        if (!Cells.fit(cells, schema)) {
            // A column was widened since: its older profiles are of the type it had.
            rewriter.recompute(dataset.id());
            cells = stored(dataset.id(), from, until, sketches);
        }
        Cells merged = Cells.merged(cells);
        merged.fill(
                schema,
                (of, rows) -> parts.profiler().profile(dataset.id(), of, rows).stream()
                        .map(cell -> cell.keeping(sketches))
                        .toList());
        return merged.list();
    }

    private List<ProfileCell> stored(Id dataset, Instant from, Instant until, Set<SketchKind> sketches) {
        long first = Math.floorDiv(from.getEpochSecond(), HOUR);
        long end = -Math.floorDiv(-until.getEpochSecond() - (until.getNano() > 0 ? 1 : 0), HOUR);
        return parts.manifest().cells(dataset, OptionalLong.of(first), OptionalLong.of(end), sketches);
    }

    @Override
    public void recompute(Dataset dataset) {
        flusher.flush(dataset.id());
        compaction.fold(dataset.id());
        rewriter.recompute(dataset.id());
    }

    @Override
    public void expire(Dataset dataset, Instant before) {
        flusher.flush(dataset.id());
        compaction.expire(dataset.id(), before);
    }

    /** Merges files of a dataset where there are many small ones, and packs those that came in, as the background does by itself after a while. */
    public void compact(Id dataset) {
        flusher.flush(dataset);
        compaction.compact(dataset);
        rewriter.pack(dataset, file -> true);
    }

    @Override
    public void drop(Id dataset) {
        Waiting waiting = pending.of(dataset);
        locked(
                waiting.rewriting(),
                () -> locked(waiting.flushing(), () -> {
                    intake.drop(dataset);
                    List<RecordFile> files = parts.manifest().files(dataset);
                    parts.manifest().drop(dataset);
                    folder.retire(files);
                }));
    }

    private static void locked(ReentrantLock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Makes files of what waits, as far as that can be done, and lets go of the folder. */
    @Override
    public void close() throws IOException {
        try (log) {
            upkeep.close();
        }
    }
}
