package io.plumbline.server.serve;

import io.plumbline.compute.duckdb.DuckDbSettings;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.account.FirstStart;
import io.plumbline.domain.check.Check;
import io.plumbline.domain.check.CheckQuery;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.domain.task.Task;
import io.plumbline.server.config.Configuration;
import io.plumbline.store.records.StoreSettings;
import io.plumbline.store.sql.Durability;
import io.plumbline.store.sql.TaskRunner;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/**
 * A server's core on its data folder, without its doors, by a clock that is set by hand: days pass as fast as the work that is due in them is
 * done. What was done is on the disk once it is closed.
 */
public final class Timelapse implements Closeable {
    /** A check that has been done is written down at once. */
    private static final Duration LOOK = Duration.ofMillis(2);

    /**
     * Checks run side by side and ask for little, so that more threads would wait for each other. Days that a power cut takes back pass again: nobody has seen
     * them before this is closed. Small files are merged by the server that follows, and not while days pass.
     */
    private static final Stores.Means MEANS = new Stores.Means(
            DuckDbSettings.ofMachine().withThreads(1),
            Stores.EngineStart.AT_ONCE,
            Durability.PROGRAM,
            StoreSettings.defaults().withTick(Duration.ofDays(1)));

    private static final TaskRunner.Pace PACE =
            new TaskRunner.Pace(4, Duration.ofMillis(50), Duration.ofDays(1_000), Duration.ofSeconds(5));

    private final Opened opened = new Opened();
    private final Caller caller;
    private final Monitoring monitoring;
    private final Core core;
    private final CountedHandler checks;
    private volatile Instant now;

    private Timelapse(Configuration configuration, Instant start, Opened opening) throws IOException {
        now = start;
        InstantSource clock = () -> now;
        SecureRandom random = new SecureRandom();
        Ids ids = Ids.of(clock, random);
        opened.keep(opening);
        DataFolder folder = DataFolder.take(configuration.data());
        opening.keep(folder);
        Stores stores = Stores.open(configuration, folder, opening, ids, clock, MEANS);
        caller = new FirstStart(stores.identities(), stores.audit(), ids, clock, random).administratorAsCaller();
        monitoring = stores.monitoring();
        checks = new CountedHandler(monitoring.task());
        TaskRunner runner = new TaskRunner(stores.database(), stores.tasks(), List.of(checks), clock, PACE);
        opening.keep(runner::close);
        runner.start();
        core = Core.over(stores, new Passwords(random));
    }

    /**
     * Opens it.
     *
     * @param start what the clock shows
     * @throws io.plumbline.server.output.RefusedException where another server works on the folder, or it cannot be written
     */
    public static Timelapse open(Configuration configuration, Instant start) throws IOException {
        Opened opening = new Opened();
        try {
            return new Timelapse(configuration, start, opening);
        } catch (IOException | RuntimeException e) {
            try (opening) {
                throw e;
            }
        }
    }

    /** The use cases. */
    public Core core() {
        return core;
    }

    /** The administrator, on whose behalf things are set up. */
    public Caller caller() {
        return caller;
    }

    /**
     * Sets the clock and does the checks that are due, side by side, until all are over.
     *
     * @param meanwhile is done once it is known which checks are due, while they run
     * @throws IllegalStateException where a check failed
     */
    public void until(Instant time, Runnable meanwhile) {
        now = time;
        checks.reset();
        int due = monitoring.scheduling().run();
        meanwhile.run();
        if (due > 0) {
            awaitDone(due);
            core.monitors().list(caller).stream().map(Monitor::id).forEach(this::await);
        }
    }

    private void awaitDone(int due) {
        try {
            checks.await(due);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = interrupted();
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private static CancellationException interrupted() {
        return new CancellationException("interrupted while checks ran");
    }

    private void await(Id monitor) {
        Optional<Check> last = last(monitor);
        while (last.isPresent() && !last.get().state().isOver()) {
            LockSupport.parkNanos(LOOK.toNanos());
            if (Thread.interrupted()) {
                throw interrupted();
            }
            last = last(monitor);
        }
        last.filter(check -> check.state() != Task.State.FINISHED).ifPresent(check -> {
            throw new IllegalStateException("a check ended as " + check.state() + ": " + check.message());
        });
    }

    private Optional<Check> last(Id monitor) {
        return core.checks().list(caller, monitor, CheckQuery.newest(1)).stream()
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }
}
