package io.plumbline.store.records.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** All segments of an open log: full ones until they are consumed, and the one that is written to. */
final class Segments implements Closeable {
    private final LogFolder folder;
    private final LogDisk disk;
    private final Deque<Sealed> sealed;
    private final ReentrantLock lock = new ReentrantLock();
    private final FrameFormat format;
    private LogState state;
    private ActiveSegment active;
    private volatile long heldBytes;

    Segments(LogFolder folder, LogDisk disk, LogState state, Collection<Sealed> sealed, ActiveSegment active) {
        this.folder = folder;
        this.disk = disk;
        this.state = state;
        this.sealed = new ArrayDeque<>(sealed);
        this.active = active;
        this.format = active.format();
        countHeld();
    }

    /**
     * A segment that gets no more frames.
     *
     * @param segment the segment
     * @param last number of its last frame
     * @param bytes its size
     */
    record Sealed(Segment segment, long last, long bytes) {}

    /** Bytes of all segments, as of the last group. */
    long heldBytes() {
        return heldBytes;
    }

    FrameFormat format() {
        return format;
    }

    /** The segment to write to. Only the writer asks. */
    ActiveSegment active() {
        return active;
    }

    /**
     * Sees to it that the next group goes into a segment that is neither full nor too old. A failure leaves all as it was, and the next call tries again: a segment that
     * is due is not written to any more, so an empty one behind it does no harm.
     */
    void prepare(LogSettings settings, long nowMicros) throws IOException {
        lock.lock();
        try {
            if (isDue(settings, nowMicros)) {
                roll(nowMicros);
            }
            if (state.newest() != active.segment().first()) {
                write(new LogState(
                        state.logId(), state.consumed(), active.segment().first(), active.next() - 1));
                removeConsumed();
            }
            countHeld();
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue(LogSettings settings, long nowMicros) {
        Duration age = Duration.ofNanos(1_000 * (nowMicros - active.createdMicros()));
        return !active.isEmpty()
                && (active.position() >= settings.segmentBytes() || age.compareTo(settings.segmentAge()) >= 0);
    }

    private void roll(long nowMicros) throws IOException {
        ActiveSegment next = ActiveSegment.create(folder, active.next(), format, disk, nowMicros);
        sealed.add(new Sealed(active.segment(), active.next() - 1, active.position()));
        ActiveSegment full = active;
        active = next;
        full.close();
    }

    /** After a group was written: counts what is held. */
    void grew() {
        lock.lock();
        try {
            countHeld();
        } finally {
            lock.unlock();
        }
    }

    private void countHeld() {
        heldBytes = active.position() + sealed.stream().mapToLong(Sealed::bytes).sum();
    }

    /** Frames up to this number are not needed any more. Segments wholly below it are removed. */
    void consumedThrough(long sequence) throws IOException {
        lock.lock();
        try {
            if (sequence > state.consumed()) {
                state = new LogState(state.logId(), sequence, state.newest(), state.synced());
            }
            if (!sealed.isEmpty() && sealed.getFirst().last() <= state.consumed()) {
                // The state goes first: a segment that is gone and not known as consumed would count as missing.
                write(state);
                removeConsumed();
                countHeld();
            }
        } finally {
            lock.unlock();
        }
    }

    private void removeConsumed() throws IOException {
        while (!sealed.isEmpty() && sealed.getFirst().last() <= state.consumed()) {
            Files.deleteIfExists(sealed.getFirst().segment().path());
            sealed.removeFirst();
        }
    }

    private void write(LogState next) throws IOException {
        next.write(folder.path(), disk);
        state = next;
    }

    /** The segments that hold frames from a number on, in order. */
    List<Segment> from(long sequence) {
        lock.lock();
        try {
            List<Segment> segments = new ArrayList<>();
            sealed.stream()
                    .filter(each -> each.last() >= sequence)
                    .map(Sealed::segment)
                    .forEach(segments::add);
            segments.add(active.segment());
            return segments;
        } finally {
            lock.unlock();
        }
    }

    long consumed() {
        lock.lock();
        try {
            return state.consumed();
        } finally {
            lock.unlock();
        }
    }

    /** Writes down that all frames are durable. */
    void seal() throws IOException {
        write(new LogState(state.logId(), state.consumed(), active.segment().first(), active.next() - 1));
    }

    @Override
    public void close() throws IOException {
        active.close();
    }
}
