package io.plumbline.compute.duckdb;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Makes calls into DuckDB in place of virtual threads. Native code keeps the thread that calls it, and of a virtual thread the carrier as well: as
 * many long questions as there are carriers would hold up whatever else runs on virtual threads. So a virtual thread is parked while a platform
 * thread makes its call. Only so many calls are made at a time, since all share one memory; others wait for their turn in the order in which they
 * came. A platform thread makes its calls itself.
 */
final class EngineThreads implements AutoCloseable {
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("duckdb-", 1).daemon().factory());

    /** Threads for so many calls at a time. */
    EngineThreads(int places) {
        this.places = new Semaphore(places, true);
    }

    /**
     * Makes a call, and returns when it has ended. An interrupt of the caller is passed on to the thread that makes it.
     *
     * @throws CancellationException where the caller was interrupted before the call ended, or the engine is closed
     */
    <T> T call(Call<T> call) throws SQLException {
        if (!Thread.currentThread().isVirtual()) {
            return call.make();
        }
        takePlace();
        try {
            return made(call, handed -> handed.cancel(true));
        } finally {
            places.release();
        }
    }

    /** Makes a call that gives something up: it waits for no place, which others may have for long, and no interrupt ends it. */
    void release(Call<?> call) throws SQLException {
        if (Thread.currentThread().isVirtual()) {
            made(call, _ -> {});
        } else {
            call.make();
        }
    }

    private void takePlace() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("waiting for DuckDB was cancelled");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    private <T> T made(Call<T> call, Consumer<Handed<T>> interrupted) throws SQLException {
        Handed<T> handed = new Handed<>(call);
        try {
            threads.execute(handed);
        } catch (RejectedExecutionException e) {
            CancellationException closed = new CancellationException("the engine is closed");
            closed.initCause(e);
            throw closed;
        }
        handed.awaitEnd(interrupted);
        return handed.result();
    }

    /** Makes no more calls; those under way come to their end. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /**
     * A call into DuckDB.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    interface Call<T> {
        /** Makes it. */
        T make() throws SQLException;
    }

    /** A call that another thread makes. Unlike other tasks it is over only when nobody works on it any more, also after it was cancelled. */
    private static final class Handed<T> extends FutureTask<T> {
        private final CountDownLatch ended = new CountDownLatch(1);

        Handed(Call<T> call) {
            super(call::make);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                ended.countDown();
            }
        }

        void awaitEnd(Consumer<Handed<T>> interrupted) {
            boolean wasInterrupted = false;
            boolean hasEnded = false;
            while (!hasEnded) {
                try {
                    ended.await();
                    hasEnded = true;
                } catch (InterruptedException e) {
                    wasInterrupted = true;
                    interrupted.accept(this);
                }
            }
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }

        T result() throws SQLException {
            return switch (state()) {
                case SUCCESS -> resultNow();
                case CANCELLED -> throw new CancellationException("a call of DuckDB was cancelled");
                default -> throw failure(exceptionNow());
            };
        }

        /** As it was thrown where the call was made. */
        private static SQLException failure(Throwable thrown) {
            return switch (thrown) {
                case SQLException sql -> sql;
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(thrown);
            };
        }
    }
}
