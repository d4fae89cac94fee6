package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.store.records.frame.FrameCodec;
import io.plumbline.store.records.frame.FrameTooLargeException;
import io.plumbline.store.records.frame.RecordFrame;
import io.plumbline.store.records.log.IntakeLog;
import io.plumbline.store.records.log.LogException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Takes in what is to be kept: once for its batch id, and into the log before it is acknowledged. */
final class Intake {
    private final IntakeLog log;
    private final RecordManifest manifest;
    private final Pending pending;
    private final LowWater lowWater;
    private final Map<Key, CompletableFuture<BatchReceipt>> underWay = new ConcurrentHashMap<>();

    Intake(IntakeLog log, RecordManifest manifest, Pending pending, LowWater lowWater) {
        this.log = log;
        this.manifest = manifest;
        this.pending = pending;
        this.lowWater = lowWater;
    }

    private record Key(Id dataset, String batchId) {}

    /** Keeps something in the log, {@link #once}. */
    BatchReceipt keep(RecordFrame.Kept frame) {
        return once(frame.dataset(), frame.receipt().batchId(), () -> append(frame));
    }

    /** Keeps something, or returns the receipt of the first time. Of several at once with one id, one is kept and all get its receipt or its failure. */
    BatchReceipt once(Id dataset, String batchId, Supplier<BatchReceipt> keeping) {
        Key key = new Key(dataset, batchId);
        CompletableFuture<BatchReceipt> mine = new CompletableFuture<>();
        CompletableFuture<BatchReceipt> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return await(other);
        }
        try {
            BatchReceipt receipt = receipt(dataset, batchId).orElseGet(keeping);
            mine.complete(receipt);
            return receipt;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(key);
        }
    }

    private static BatchReceipt await(CompletableFuture<BatchReceipt> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PlumblineException refused) {
                throw new PlumblineException(refused.failure(), refused);
            }
            throw e;
        }
    }

    /** The receipt of what was kept. What waits is looked at first: it leaves there only after it is listed. */
    Optional<BatchReceipt> receipt(Id dataset, String batchId) {
        return pending.of(dataset).receipt(batchId).or(() -> manifest.batch(dataset, batchId));
    }

    private BatchReceipt append(RecordFrame.Kept frame) {
        ByteBuffer bytes = encoded(frame);
        long footprint = Footprint.of(frame);
        pending.reserve(footprint);
        long sequence;
        try {
            sequence = log.append(bytes);
        } catch (LogException e) {
            pending.release(footprint);
            throw Failures.of(e);
        }
        pending.add(frame.dataset(), new Waiting.Entry(sequence, frame, footprint));
        return frame.receipt();
    }

    private static ByteBuffer encoded(RecordFrame.Kept frame) {
        try {
            return FrameCodec.encode(frame);
        } catch (FrameTooLargeException e) {
            throw new PlumblineException(Failures.tooLarge(String.valueOf(e.getMessage())), e);
        }
    }

    /** Drops what waits, durably: when the log is read again, what it has of the dataset up to here does not count. */
    void drop(Id dataset) {
        try {
            lowWater.settle(log.append(FrameCodec.encode(new RecordFrame.Dropped(dataset))));
        } catch (LogException e) {
            throw Failures.of(e);
        }
        List<Waiting.Entry> dropped = pending.of(dataset).all();
        pending.settle(dataset, dropped);
    }
}
