package io.plumbline.store.sql;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;

/**
 * The one writer of a database that allows one at a time. Units of work that wait while a commit runs make up the next transaction: each
 * runs in a savepoint, so that one which fails takes nothing of the others with it, and all are answered after their common commit. One sync
 * of the disk thus serves as many callers as wait for it.
 */
final class GroupCommit implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int LARGEST_GROUP = 256;

    private final Connection connection;
    private final Statement control;
    private final DSLContext dsl;
    private final BlockingQueue<WriteUnit<?>> waiting = new LinkedBlockingQueue<>();
    private final Runnable settled;
    private final LongAdder writes = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Thread thread;
    private final WriteUnit<Boolean> end = new WriteUnit<>(_ -> true);
    private boolean closed;

    /**
     * Writes to this connection, which nobody else uses from now on.
     *
     * @param settled is run after each transaction, when all see it and before those are answered who wrote
     */
    GroupCommit(Connection connection, Runnable settled) throws SQLException {
        this.connection = connection;
        this.settled = settled;
        // Begins and commits are said in SQL: the driver would begin the next transaction with each commit, and so hold
        // the lock for ever.
        control = connection.createStatement();
        dsl = JooqSettings.on(connection, SQLDialect.SQLITE);
        thread = Thread.ofPlatform().name("plumbline-database-writer").daemon().unstarted(this::run);
        thread.start();
    }

    /** Runs a unit of work; returns when it is durable, throws when nothing of it is kept. */
    <T> T write(Function<DSLContext, T> work) {
        if (thread.equals(Thread.currentThread())) {
            throw new IllegalStateException("a unit of work writes through what it is given");
        }
        WriteUnit<T> unit = new WriteUnit<>(work);
        enqueue(unit);
        return unit.await();
    }

    private synchronized void enqueue(WriteUnit<?> unit) {
        if (closed) {
            throw new IllegalStateException("the database is closed");
        }
        waiting.add(unit);
    }

    long writes() {
        return writes.sum();
    }

    long commits() {
        return commits.sum();
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        boolean open = true;
        while (open) {
            List<WriteUnit<?>> group = next();
            commit(group);
            open = !group.contains(end);
        }
    }

    private List<WriteUnit<?>> next() {
        List<WriteUnit<?>> group = new ArrayList<>();
        group.add(first());
        waiting.drainTo(group, LARGEST_GROUP - 1);
        return group;
    }

    private WriteUnit<?> first() {
        while (true) {
            try {
                return waiting.take();
            } catch (InterruptedException e) {
                LOG.log(
                        Level.WARNING,
                        "The writer of the database was interrupted and goes on, since others wait for it",
                        e);
            }
        }
    }

    private void commit(List<WriteUnit<?>> group) {
        try {
            control.execute("begin immediate");
            for (WriteUnit<?> unit : group) {
                unit.run(control, dsl);
            }
            control.execute("commit");
            count(group);
            group.forEach(WriteUnit::complete);
        } catch (SQLException e) {
            abandon(group, new DataAccessException("cannot commit", e));
        } catch (RuntimeException | Error e) {
            abandon(group, e);
        }
    }

    /** Before anybody is answered, who may look at the numbers at once. */
    private void count(List<WriteUnit<?>> group) {
        settled.run();
        writes.add(group.size());
        commits.increment();
    }

    private void abandon(List<WriteUnit<?>> group, Throwable because) {
        try {
            control.execute("rollback");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
        count(group);
        group.forEach(unit -> unit.fail(because));
    }

    /** Lets what waits come to its end, and closes the connection. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            waiting.add(end);
            closed = true;
        }
        end.await();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DataAccessException("cannot close the database", e);
        }
    }
}
