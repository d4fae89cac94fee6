package io.plumbline.store.records;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordEngine.Written;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordFile.Content;
import io.plumbline.store.records.frame.RecordFrame;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes files of what waits. A file, the ids of its batches and its profiles are listed in one transaction; only then the batches leave memory and the log. So whatever happens in
 * between, a batch is either listed, or in the log and not listed.
 */
final class Flusher {
    private final Parts parts;
    private final RecordFolder folder;
    private final Pending pending;
    private final RefusedFrames refused;
    private final long fileBytes;

    Flusher(Parts parts, RecordFolder folder, Pending pending, RefusedFrames refused, long fileBytes) {
        this.parts = parts;
        this.folder = folder;
        this.pending = pending;
        this.refused = refused;
        this.fileBytes = fileBytes;
    }

    /** Makes files of all that of this dataset was acknowledged before. Records come before changes, which act on records that are there. */
    void flush(Id dataset) {
        Waiting waiting = pending.of(dataset);
        if (waiting.isEmpty()) {
            return;
        }
        waiting.flushing().lock();
        try {
            // What comes in from now on is for the next flush, so that this one ends.
            long last = waiting.lastSequence();
            flush(dataset, waiting, RecordFrame.Batch.class, last);
            flush(dataset, waiting, RecordFrame.Changes.class, last);
        } finally {
            waiting.flushing().unlock();
        }
    }

    private void flush(Id dataset, Waiting waiting, Class<? extends RecordFrame.Kept> kind, long last) {
        List<Waiting.Entry> entries = waiting.first(kind, last, fileBytes);
        while (!entries.isEmpty()) {
            flush(dataset, entries);
            entries = waiting.first(kind, last, fileBytes);
        }
    }

    private void flush(Id dataset, List<Waiting.Entry> entries) {
        try {
            boolean listed = entries.getFirst().frame() instanceof RecordFrame.Batch
                    ? write(dataset, entries)
                    : writeChanges(dataset, entries);
            pending.settle(dataset, listed ? entries : alreadyListed(dataset, entries));
        } catch (PlumblineException e) {
            if (!(e.failure() instanceof Failure.Invalid)) {
                throw e;
            }
            refuse(dataset, entries, e);
        }
    }

    /** What the engine finds wrong will be wrong at every try: the entry that it is in is found, and set aside. */
    private void refuse(Id dataset, List<Waiting.Entry> entries, PlumblineException reason) {
        if (entries.size() == 1) {
            refused.keep(dataset, entries.getFirst(), reason);
            pending.settle(dataset, entries);
        } else {
            entries.forEach(entry -> flush(dataset, List.of(entry)));
        }
    }

    private boolean write(Id dataset, List<Waiting.Entry> entries) {
        SameColumns columns = SameColumns.of(batches(entries));
        List<Received> received = entries.stream()
                .map(entry -> new Received(entry.receipt().receivedAt(), columns.conform(batch(entry))))
                .toList();
        List<RecordBatch> batches = received.stream().map(Received::batch).toList();
        CompletableFuture<List<ProfileCell>> cells =
                CompletableFuture.supplyAsync(() -> parts.profiler().profile(dataset, columns.schema(), batches));
        Id id = parts.ids().next();
        Path path = folder.create(dataset, id, Content.RECORDS);
        Written written = parts.engine().write(path, columns.schema(), received);
        RecordFile file = file(id, dataset, Content.RECORDS, written);
        return add(file, entries, profiles(cells, file));
    }

    /** The profiles that were taken beside the writing of their file, which is of no use without. */
    private List<ProfileCell> profiles(CompletableFuture<List<ProfileCell>> taken, RecordFile file) {
        try {
            return taken.join();
        } catch (CompletionException e) {
            folder.retire(List.of(file));
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean writeChanges(Id dataset, List<Waiting.Entry> entries) {
        List<RecordChange> changes =
                entries.stream().flatMap(entry -> changes(entry).stream()).toList();
        Id id = parts.ids().next();
        Path path = folder.create(dataset, id, Content.CHANGES);
        Written written = parts.engine().writeChanges(path, changes);
        return add(file(id, dataset, Content.CHANGES, written), entries, List.of());
    }

    private boolean add(RecordFile file, List<Waiting.Entry> entries, List<ProfileCell> cells) {
        List<BatchReceipt> receipts =
                entries.stream().map(Waiting.Entry::receipt).toList();
        // Where this throws, the file may be listed or not: it stays, the next flush finds out, and the next start
        // removes it if it is not.
        boolean listed = parts.manifest().add(file, receipts, cells);
        if (!listed) {
            folder.retire(List.of(file));
        }
        return listed;
    }

    /** Batches that were listed by an earlier flush which did not learn of it. */
    private List<Waiting.Entry> alreadyListed(Id dataset, List<Waiting.Entry> entries) {
        List<Waiting.Entry> listed = entries.stream()
                .filter(entry -> parts.manifest()
                        .batch(dataset, entry.receipt().batchId())
                        .isPresent())
                .toList();
        if (listed.isEmpty()) {
            throw new IllegalStateException(
                    "the manifest refused a file of the dataset " + dataset + ", but knows none of its batches");
        }
        return listed;
    }

    /**
     * Lists a file that came in beside the log, after all that was acknowledged before.
     *
     * @throws IllegalStateException where its batch is listed already
     */
    void list(Id id, Id dataset, Written written, BatchReceipt receipt) {
        ReentrantLock flushing = pending.of(dataset).flushing();
        flushing.lock();
        try {
            flush(dataset);
            if (!parts.manifest().addIncoming(file(id, dataset, Content.RECORDS, written), receipt)) {
                throw new IllegalStateException("the batch " + receipt.batchId() + " is listed already");
            }
        } finally {
            flushing.unlock();
        }
    }

    /** The sequence of files is that of the dataset, counted under the lock of its flush. */
    private RecordFile file(Id id, Id dataset, Content content, Written written) {
        long last = parts.manifest().files(dataset).stream()
                .mapToLong(RecordFile::sequence)
                .max()
                .orElse(0);
        return new RecordFile(
                id, dataset, content, written.rows(), written.bytes(), written.earliest(), written.latest(), last + 1);
    }

    private static List<RecordBatch> batches(List<Waiting.Entry> entries) {
        return entries.stream().map(Flusher::batch).toList();
    }

    private static RecordBatch batch(Waiting.Entry entry) {
        return ((RecordFrame.Batch) entry.frame()).batch();
    }

    private static List<RecordChange> changes(Waiting.Entry entry) {
        return ((RecordFrame.Changes) entry.frame()).changes();
    }
}
