package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** The one thread that writes: takes all that waits, writes it, syncs once, and tells everyone who waited. */
final class GroupCommit implements Runnable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Path folder;
    private final Segments segments;
    private final AppendQueue queue;
    private final LogSettings settings;
    private final LogDisk disk;
    private final InstantSource clock;
    private final Stage stage = new Stage();
    private volatile long durable;
    private volatile boolean failed;

    GroupCommit(
            Path folder,
            Segments segments,
            AppendQueue queue,
            LogSettings settings,
            LogDisk disk,
            InstantSource clock) {
        this.folder = folder;
        this.segments = segments;
        this.queue = queue;
        this.settings = settings;
        this.disk = disk;
        this.clock = clock;
        this.durable = segments.active().next() - 1;
    }

    /** Number of the last frame that is durable. */
    long durable() {
        return durable;
    }

    /** Whether a sync failed, so that nothing is certain about the end of the log. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public void run() {
        while (!queue.isDone()) {
            List<Append> group = List.of();
            try {
                group = queue.take(patience());
                commit(group);
            } catch (IOException | RuntimeException | Error e) {
                // Whatever it was: nothing is certain about the end of the log any more, and nobody may wait for ever.
                fail(group, e);
            }
        }
    }

    /** How long to wait for appends before looking whether the segment has become too old. */
    private Duration patience() {
        return settings.segmentAge().compareTo(LONGEST_WAIT) < 0 ? settings.segmentAge() : LONGEST_WAIT;
    }

    private void commit(List<Append> group) throws IOException {
        boolean closing = group.isEmpty() && queue.isDone();
        if (!closing && prepare(group) && !group.isEmpty() && write(group)) {
            sync(group);
        }
    }

    /** Where this fails and nobody waits, the next group tries again and is told. */
    private boolean prepare(List<Append> group) {
        try {
            segments.prepare(settings, micros());
            return true;
        } catch (IOException e) {
            refuse(group, e);
            return false;
        }
    }

    /** Writes a group, or cuts off what of it was written and refuses it. */
    private boolean write(List<Append> group) throws IOException {
        ActiveSegment active = segments.active();
        long end = active.position();
        long next = active.next();
        try {
            active.write(group, stage);
            return true;
        } catch (IOException e) {
            active.cutBack(end, next);
            refuse(group, e);
            return false;
        }
    }

    private void sync(List<Append> group) throws IOException {
        segments.active().sync();
        segments.grew();
        long sequence = durable;
        durable = segments.active().next() - 1;
        for (Append append : group) {
            sequence++;
            append.durable(sequence);
        }
    }

    private void refuse(List<Append> group, IOException cause) {
        String message = "the intake log in " + folder + " could not be written: " + cause.getMessage() + " (" + room()
                + "). Nothing of the request was taken.";
        fail(group, () -> new LogException.NotWritten(message, cause));
    }

    private String room() {
        try {
            return "free on this disk: " + disk.freeBytes(folder) + " bytes";
        } catch (IOException e) {
            return "free space of this disk unknown: " + e.getMessage();
        }
    }

    private void fail(List<Append> group, Throwable cause) {
        failed = true;
        String message = "the intake log in " + folder + " is read-only since it could not be synced: " + cause
                + ". Whether the last requests are durable shows when it is opened again: check the disk, then restart.";
        queue.refuse(() -> new LogException.ReadOnly(message, cause));
        fail(group, () -> new LogException.ReadOnly(message, cause));
        for (List<Append> rest = queue.take(Duration.ZERO); !rest.isEmpty(); rest = queue.take(Duration.ZERO)) {
            fail(rest, () -> new LogException.ReadOnly(message, cause));
        }
    }

    /** Each who waits gets a failure of his own. */
    private static void fail(List<Append> group, Supplier<LogException> reason) {
        group.forEach(append -> append.failed(reason.get()));
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
