package io.plumbline.store.records.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Payloads that wait to be written: bounded, and what does not fit is refused as a whole. */
final class AppendQueue {
    private static final long GROUP_BYTES = 16 << 20;

    private final LogSettings settings;
    private final LongSupplier heldBytes;
    private final Deque<Append> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long bytes;
    private @Nullable Supplier<LogException> refusal;

    AppendQueue(LogSettings settings, LongSupplier heldBytes) {
        this.settings = settings;
        this.heldBytes = heldBytes;
    }

    void add(Append append) {
        lock.lock();
        try {
            admit(append.frameBytes());
            waiting.add(append);
            bytes += append.frameBytes();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void admit(long frameBytes) {
        if (refusal != null) {
            throw refusal.get();
        }
        if (waiting.size() >= settings.queuedFrames() || isOver(bytes + frameBytes, settings.queuedBytes())) {
            throw new LogException.Busy("too much waits to be written", settings.retryAfter());
        }
        if (heldBytes.getAsLong() + bytes + frameBytes > settings.heldBytes()) {
            throw new LogException.Busy("too much waits to be moved out of the intake log", settings.retryAfter());
        }
    }

    /** A single frame always fits into an empty queue: the limit is about waiting. */
    private boolean isOver(long total, long limit) {
        return !waiting.isEmpty() && total > limit;
    }

    /**
     * Takes what waits, up to some megabytes, after waiting for the first one.
     *
     * @return nothing when the time is over, or when no more will come
     */
    List<Append> take(Duration patience) {
        lock.lock();
        try {
            awaitFirst(patience.toNanos());
            List<Append> group = new ArrayList<>();
            long groupBytes = 0;
            while (!waiting.isEmpty() && groupBytes < GROUP_BYTES) {
                Append next = waiting.remove();
                groupBytes += next.frameBytes();
                group.add(next);
            }
            bytes -= groupBytes;
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void awaitFirst(long nanos) {
        long rest = nanos;
        while (waiting.isEmpty() && refusal == null && rest > 0) {
            try {
                rest = changed.awaitNanos(rest);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody but the log has the writer's thread", e);
            }
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; the first reason stays. */
    void refuse(Supplier<LogException> reason) {
        lock.lock();
        try {
            refusal = refusal == null ? reason : refusal;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether no more is taken and nothing waits. */
    boolean isDone() {
        lock.lock();
        try {
            return refusal != null && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
