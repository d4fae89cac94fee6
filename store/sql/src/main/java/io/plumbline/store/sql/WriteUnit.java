package io.plumbline.store.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that waits to be written, and who waits for it.
 *
 * @param <T> what comes out
 */
final class WriteUnit<T> {
    private final Function<DSLContext, T> work;
    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    private @Nullable Outcome<T> pending;

    WriteUnit(Function<DSLContext, T> work) {
        this.work = work;
    }

    /** What came of the work: a failure, or else a result. */
    private record Outcome<T>(@Nullable T result, @Nullable Throwable failure) {}

    /**
     * Runs the work in a savepoint of its own. Where it fails its changes are taken back, and those of others stay.
     *
     * @throws SQLException where the transaction as a whole is lost
     */
    void run(Statement control, DSLContext dsl) throws SQLException {
        control.execute("savepoint unit");
        try {
            pending = new Outcome<>(work.apply(dsl), null);
        } catch (RuntimeException | Error e) {
            takeBack(control, e);
            pending = new Outcome<>(null, e);
        }
        control.execute("release unit");
    }

    private static void takeBack(Statement control, Throwable because) throws SQLException {
        try {
            control.execute("rollback to unit");
        } catch (SQLException e) {
            // The database has ended the transaction by itself, as when the disk is full: the first exception says why.
            e.addSuppressed(because);
            throw because.getCause() instanceof SQLException first ? first : e;
        }
    }

    /** Answers who waits: the work is durable, or had failed. */
    void complete() {
        outcome.complete(pending == null ? new Outcome<>(null, new IllegalStateException("was not run")) : pending);
    }

    /** Answers who waits: nothing of the work is kept. */
    void fail(Throwable because) {
        outcome.complete(new Outcome<>(null, because));
    }

    /** Waits for the answer. It cannot be interrupted, since the work may well be kept already. */
    @SuppressWarnings("NullAway") // a result without a failure is what the work returned
    T await() {
        Outcome<T> came = outcome.join();
        switch (came.failure()) {
            case null -> {
                return came.result();
            }
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new DataAccessException("cannot write", e);
        }
    }
}
