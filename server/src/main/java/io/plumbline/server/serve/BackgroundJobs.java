package io.plumbline.server.serve;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does things again and again while the server runs. One that fails is logged, and done again when its time comes. */
final class BackgroundJobs implements Closeable {
    private static final Logger LOG = System.getLogger(BackgroundJobs.class.getName());
    private static final long SECONDS_TO_END = 5;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("background-jobs").daemon().factory());

    /** Does it now and then. */
    void every(Duration pause, String name, Runnable job) {
        ScheduledFuture<?> _ = // what fails is logged where it runs
                executor.scheduleWithFixedDelay(() -> run(name, job), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(String name, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, name + " failed, and will be tried again", e);
        }
    }

    /** Starts nothing more, and waits a little for what runs. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a background job did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
