package io.plumbline.store.records.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An append-only log on the local disk. Any thread may append; appends that wait at the same time share one sync.
 *
 * <p>What {@link #append} returned for survives the process and, as far as the disk keeps its word, the machine. What it threw for was not taken, except after
 * {@link LogException.ReadOnly}, where only the next opening tells.
 */
public final class IntakeLog implements Closeable {
    private final FolderLock lock;
    private final Segments segments;
    private final RecoveryReport recovery;
    private final LogSettings settings;
    private final AppendQueue queue;
    private final GroupCommit commit;
    private final Thread writer;
    private final Path folder;
    private final AtomicBoolean closed = new AtomicBoolean();

    private IntakeLog(
            Path folder,
            FolderLock lock,
            Recovery.Ready ready,
            LogSettings settings,
            LogDisk disk,
            InstantSource clock) {
        this.folder = folder;
        this.lock = lock;
        this.segments = ready.segments();
        this.recovery = ready.report();
        this.settings = settings;
        this.queue = new AppendQueue(settings, segments::heldBytes);
        this.commit = new GroupCommit(folder, segments, queue, settings, disk, clock);
        this.writer = Thread.ofPlatform().name("intake-log").daemon().start(commit);
    }

    /** Opens the log of a folder on this machine's disk. See {@link #open(Path, LogSettings, LogDisk, InstantSource)}. */
    public static IntakeLog open(Path folder, LogSettings settings) throws IOException {
        return open(folder, settings, LogDisk.real(), InstantSource.system());
    }

    /**
     * Opens the log of a folder, creating it where there is none, after checking every frame that is still needed.
     *
     * @param clock tells the age of segments
     * @throws LogException.InUse where another process has it open
     * @throws LogException.Damaged where acknowledged frames cannot be read and the settings say to refuse
     * @throws LogException.Unusable where the folder cannot be one log
     * @throws IOException where the disk fails
     */
    public static IntakeLog open(Path folder, LogSettings settings, LogDisk disk, InstantSource clock)
            throws IOException {
        LogFolder files = LogFolder.create(folder, disk);
        FolderLock lock = FolderLock.take(folder);
        try {
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
            Recovery.Ready ready = new Recovery(files, disk, settings, now).run(new SecureRandom());
            return new IntakeLog(folder, lock, ready, settings, disk, clock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What opening found. */
    public RecoveryReport recovery() {
        return recovery;
    }

    /**
     * Appends a payload and waits until it is durable.
     *
     * @param payload the remaining bytes; not to be changed before this returns
     * @return its number; numbers rise in the order in which frames are read again
     * @throws LogException.Busy where too much waits
     * @throws LogException.NotWritten where the disk did not take it
     * @throws LogException.ReadOnly where a sync failed
     * @throws LogException.WrongSize where it is empty or too long
     */
    public long append(ByteBuffer payload) {
        if (!payload.hasRemaining() || payload.remaining() > settings.payloadBytes()) {
            throw new LogException.WrongSize(payload.remaining(), settings.payloadBytes());
        }
        Append append = new Append(payload);
        queue.add(append);
        return append.await();
    }

    /** Number of the last frame that is durable, 0 before the first. */
    public long last() {
        return commit.durable();
    }

    /** How many appends wait to be written. */
    public int waiting() {
        return queue.size();
    }

    /** Bytes on disk. */
    public long heldBytes() {
        return segments.heldBytes();
    }

    /**
     * Gives out the durable frames from a number on, in order. Frames that were consumed may be left out.
     *
     * @throws IOException where a frame cannot be read any more, naming file and place
     */
    public void read(long from, Consumer<Frame> frames) throws IOException {
        long until = last();
        for (Segment segment : segments.from(from)) {
            try (FrameSource source = FrameSource.open(segment.path(), segments.format())) {
                read(segment, source, from, until, frames);
            }
        }
    }

    private static void read(Segment segment, FrameSource source, long from, long until, Consumer<Frame> frames)
            throws IOException {
        long offset = SegmentHeader.BYTES;
        long next = segment.first();
        while (next <= until && offset < source.size()) {
            FrameSource.@Nullable Found found = source.at(offset);
            if (found == null) {
                throw new IOException(segment.path() + " at byte " + offset + ": frame " + next + " is damaged");
            }
            if (!found.header().isHole() && found.header().sequence() >= from) {
                frames.accept(
                        new Frame(found.header().sequence(), found.payload().asReadOnlyBuffer()));
            }
            next = found.header().sequence() + 1;
            offset = found.end();
        }
    }

    /**
     * Says that all frames up to a number are not needed any more. Segments that hold no others are removed.
     *
     * @throws IOException where the disk fails; what was consumed is then removed by a later call
     */
    public void consumedThrough(long sequence) throws IOException {
        segments.consumedThrough(sequence);
    }

    /** Frames up to this number were said to be consumed. */
    public long consumed() {
        return segments.consumed();
    }

    /** Takes no more, writes what waits, and lets go of the folder. Closing twice does nothing. */
    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        queue.refuse(() -> new LogException.Closed(folder));
        awaitWriter();
        try (lock;
                segments) {
            if (!commit.hasFailed()) {
                segments.seal();
            }
        }
    }

    private void awaitWriter() {
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
