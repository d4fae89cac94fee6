package io.plumbline.compute.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * One statement on a connection of its own, used by one thread. An interrupt of that thread, or the end of the engine, cancels it.
 */
public final class Query implements AutoCloseable {
    /** How often the watcher looks, and so how late a cancellation may be. */
    private static final long WATCH_MILLIS = 10;

    private final DuckDBConnection connection;
    private final String sql;
    private final List<?> values;
    private final BooleanSupplier engineClosed;

    Query(DuckDBConnection connection, String sql, List<?> values, BooleanSupplier engineClosed) {
        this.connection = connection;
        this.sql = sql;
        this.values = values;
        this.engineClosed = engineClosed;
    }

    /** Runs a statement whose result, if it has one, is not asked for; returns whether it has one. */
    boolean execute() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return watched(statement, () -> statement.execute(sql));
        }
    }

    /** Runs a statement that tells how many rows it changed or wrote. */
    long update() throws SQLException {
        try (DuckDBPreparedStatement statement = prepared()) {
            return watched(statement, statement::executeLargeUpdate);
        }
    }

    /** Streams the result; returns how many rows came, which may be fewer than there should be. */
    long stream(ChunkSink sink) throws SQLException {
        try (DuckDBPreparedStatement statement = prepared()) {
            return watched(statement, () -> stream(statement, sink));
        }
    }

    /** Reads the result row by row; slower than streaming, and it fails where streaming would end early. */
    <T> List<T> rows(RowReader<T> reader) throws SQLException {
        try (DuckDBPreparedStatement statement = prepared()) {
            return watched(statement, () -> rows(statement, reader));
        }
    }

    private <T> List<T> rows(DuckDBPreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        throwIfCancelled();
        return rows;
    }

    private DuckDBPreparedStatement prepared() throws SQLException {
        DuckDBPreparedStatement statement = connection.prepare(sql);
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
        return statement;
    }

    private void bind(DuckDBPreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String[] texts) {
            statement.setArray(index, connection.createArrayOf("VARCHAR", texts));
        } else {
            statement.setObject(index, value);
        }
    }

    /**
     * The driver ends a streamed result silently where an error comes up on the way, so the number of rows is the caller's to check.
     */
    private long stream(DuckDBPreparedStatement statement, ChunkSink sink) throws SQLException {
        long rows = 0;
        try (DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                throwIfCancelled();
                rows += result.chunk().rowCount();
                sink.accept(result.chunk());
            }
        }
        throwIfCancelled();
        return rows;
    }

    private <T> T watched(Statement statement, EngineThreads.Call<T> call) throws SQLException {
        Thread caller = Thread.currentThread();
        Thread watcher = Thread.ofVirtual().start(() -> watch(caller, statement));
        try {
            return call.make();
        } catch (SQLException e) {
            throwIfCancelled();
            throw e;
        } finally {
            watcher.interrupt();
        }
    }

    /** The driver's cancel does nothing until the statement really runs, so it is called until the statement has ended. */
    private void watch(Thread caller, Statement statement) {
        try {
            while (!statement.isClosed()) {
                Thread.sleep(WATCH_MILLIS);
                if (isCancelled(caller)) {
                    statement.cancel();
                }
            }
        } catch (InterruptedException | SQLException e) {
            // The statement has ended: nothing is left to watch.
        }
    }

    private boolean isCancelled(Thread caller) {
        return caller.isInterrupted() || engineClosed.getAsBoolean();
    }

    private void throwIfCancelled() {
        if (isCancelled(Thread.currentThread())) {
            throw new CancellationException("reading was cancelled");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Takes the chunks of a result. */
    @FunctionalInterface
    public interface ChunkSink {
        /** Takes one; it is valid during the call only. */
        void accept(DuckDBDataChunkReader chunk);
    }

    /**
     * Reads a row of a result.
     *
     * @param <T> what it is read as
     */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads the row at which the result stands. */
        T read(ResultSet result) throws SQLException;
    }
}
