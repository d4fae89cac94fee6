package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.RecordFile;
import io.plumbline.domain.record.RecordManifest;
import io.plumbline.store.records.log.IntakeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What happens in the background: flushing what is large or old, shortening the log, merging files. What fails is tried again at the next tick. */
final class Upkeep implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final int COMPACTION_TICKS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long a file that came in stays as it is: whoever sends many files sends them first. */
    private static final Duration UNPACKED = Duration.ofMinutes(1);

    private final IntakeLog log;
    private final RecordManifest manifest;
    private final Pending pending;
    private final LowWater lowWater;
    private final Flusher flusher;
    private final Rewriter rewriter;
    private final Compaction compaction;
    private final StoreSettings settings;
    private final InstantSource clock;
    private final Set<Id> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(named("record-flush"));
    private final ScheduledExecutorService merging = Executors.newSingleThreadScheduledExecutor(named("record-merge"));
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    Upkeep(
            IntakeLog log,
            RecordManifest manifest,
            Pending pending,
            LowWater lowWater,
            Flusher flusher,
            Rewriter rewriter,
            Compaction compaction,
            StoreSettings settings,
            InstantSource clock) {
        this.log = log;
        this.manifest = manifest;
        this.pending = pending;
        this.lowWater = lowWater;
        this.flusher = flusher;
        this.rewriter = rewriter;
        this.compaction = compaction;
        this.settings = settings;
        this.clock = clock;
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    void start() {
        long tick = settings.tick().toNanos();
        every(tick, flushing, () -> attempt("look for what is to be flushed", this::flushDue));
        every(COMPACTION_TICKS * tick, merging, () -> attempt("look for files to be merged", this::compactAll));
        every(COMPACTION_TICKS * tick, merging, () -> attempt("look for files to be profiled", this::profileAll));
        every(COMPACTION_TICKS * tick, merging, () -> attempt("look for files to be packed", this::packAll));
    }

    private static void every(long nanos, ScheduledExecutorService executor, Runnable work) {
        Future<?> _ = executor.scheduleWithFixedDelay(work, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** Called after something came in: what has become large is flushed without waiting for the tick. */
    void tookIn(Id dataset) {
        boolean urgent = pending.isLarge(pending.of(dataset));
        if (urgent && !flushing.isShutdown() && asked.add(dataset)) {
            flushing.execute(() -> {
                asked.remove(dataset);
                flush(List.of(dataset));
                shortenLog();
            });
        }
    }

    /** Called after a file came in, whose profiles are still to be taken. */
    void tookFile(Id dataset) {
        try {
            merging.execute(() -> profile(dataset));
        } catch (RejectedExecutionException e) {
            // The store closes: the next start takes it up.
            LOG.log(Level.DEBUG, "the dataset " + dataset + " is profiled after the next start", e);
        }
    }

    private void profileAll() {
        manifest.unprofiled().stream().map(RecordFile::dataset).distinct().forEach(this::profile);
    }

    private void profile(Id dataset) {
        attempt("profile the dataset " + dataset, () -> rewriter.profile(dataset));
    }

    private void packAll() {
        long until = clock.instant().minus(UNPACKED).getEpochSecond();
        manifest.unpacked().stream()
                .map(RecordFile::dataset)
                .distinct()
                .forEach(dataset -> attempt(
                        "pack the files of the dataset " + dataset,
                        () -> rewriter.pack(
                                dataset,
                                file -> Integer.toUnsignedLong(file.id().seconds()) < until)));
    }

    /** What went wrong and has not gone well since, in a sentence. */
    Optional<String> trouble() {
        return troubles.values().stream().findFirst();
    }

    private void flushDue() {
        Set<Id> due = new LinkedHashSet<>(pending.due(clock.instant()));
        if (log.heldBytes() > settings.log().heldBytes() / 2) {
            due.addAll(pending.holdingTheLog());
        }
        flush(due);
        shortenLog();
    }

    private void flush(Collection<Id> due) {
        due.forEach(dataset -> attempt("flush the dataset " + dataset, () -> flusher.flush(dataset)));
    }

    private void shortenLog() {
        attempt("shorten the intake log", () -> {
            try {
                log.consumedThrough(lowWater.mark());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void compactAll() {
        manifest.datasets()
                .forEach(dataset ->
                        attempt("merge the files of the dataset " + dataset, () -> compaction.compact(dataset)));
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
            troubles.remove(what);
        } catch (RuntimeException | Error e) {
            // Also an error: the tick after it may go well, and nobody else would come to know of it.
            troubles.put(what, "could not " + what + ": " + e.getMessage());
            LOG.log(Level.WARNING, "could not " + what + "; it is tried again", e);
        }
    }

    /** Ends the background work, and flushes what waits: the next start then has nothing to take up. What cannot be flushed stays in the log. */
    @Override
    public void close() {
        shutDown(merging);
        shutDown(flushing);
        flush(pending.datasets());
        shortenLog();
    }

    private static void shutDown(ScheduledExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
