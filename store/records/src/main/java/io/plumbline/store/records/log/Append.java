package io.plumbline.store.records.log;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A payload on its way to the disk, and the caller who waits for it. */
final class Append {
    private final ByteBuffer payload;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();

    Append(ByteBuffer payload) {
        this.payload = payload.duplicate();
    }

    ByteBuffer payload() {
        return payload.duplicate();
    }

    long frameBytes() {
        return FrameHeader.BYTES + (long) payload.remaining();
    }

    void durable(long sequence) {
        outcome.complete(sequence);
    }

    void failed(LogException reason) {
        outcome.completeExceptionally(reason);
    }

    /** Waits for the outcome, whatever interrupts meanwhile: what is on its way cannot be called back. */
    long await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LogException reason ? reason : e;
        }
    }
}
