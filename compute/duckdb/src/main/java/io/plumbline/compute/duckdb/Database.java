package io.plumbline.compute.duckdb;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBuilder;

/**
 * The private database in memory: data sets are staged in it, and it spills to a folder of its own. Every query runs on a connection
 * of its own, so that any number of threads may ask at once. What takes the chunks or rows of a result is called on the thread that makes the call,
 * which is another one where a virtual thread asks.
 */
public final class Database implements AutoCloseable {
    private final ScratchFolder scratch;
    private final EngineThreads threads;
    private final DuckDBConnection root;
    private final AtomicLong relations = new AtomicLong();
    private volatile boolean closed;

    private Database(ScratchFolder scratch, EngineThreads threads, DuckDBConnection root) {
        this.scratch = scratch;
        this.threads = threads;
        this.root = root;
    }

    /** Starts a database of its own. */
    public static Database start(DuckDbSettings settings) {
        ScratchFolder scratch = ScratchFolder.in(settings.scratch());
        EngineThreads threads = new EngineThreads(settings.calls());
        try {
            return new Database(scratch, threads, threads.call(() -> connect(settings, scratch)));
        } catch (SQLException | CancellationException e) {
            threads.close();
            scratch.close();
            throw e instanceof CancellationException cancelled
                    ? cancelled
                    : new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    private static DuckDBConnection connect(DuckDbSettings settings, ScratchFolder scratch) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", settings.memoryBytes() + "B");
        properties.setProperty("temp_directory", scratch.path().toString());
        // Only what is built in: nothing is fetched from the network, whatever a file asks for.
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        UnpackedDriver.remove();
        configure(connection);
        return connection;
    }

    private static void configure(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            // Every column is a query of its own, and of a wide file the footer takes as long to parse as a column to
            // read.
            statement.execute("SET GLOBAL parquet_metadata_cache = true");
            // What DuckDB's allocator keeps for the next question it else gives back only when there is one.
            statement.execute("SET GLOBAL allocator_background_threads = true");
            statement.execute("SET GLOBAL allowed_configs = ['threads']");
            statement.execute("SET GLOBAL lock_configuration = true");
        }
    }

    /** A name for a table that no other has. */
    String newTable() {
        return "r" + relations.incrementAndGet();
    }

    /** Runs a statement without a result. */
    void execute(String sql) throws SQLException {
        ask(sql, List.of(), Query::execute);
    }

    /** Runs a statement with values for its placeholders, and returns how many rows it changed or wrote. */
    public long update(String sql, List<?> values) throws SQLException {
        return ask(sql, values, Query::update);
    }

    /** Streams a result through {@code sink} and returns how many rows came, which may be fewer than there should be. */
    public long stream(String sql, Query.ChunkSink sink) throws SQLException {
        return stream(sql, List.of(), sink);
    }

    /** As {@link #stream(String, Query.ChunkSink)}, with values for its placeholders. */
    public long stream(String sql, List<?> values, Query.ChunkSink sink) throws SQLException {
        return ask(sql, values, query -> query.stream(sink));
    }

    /** All rows of a result. Unlike a stream it fails where the result comes to no end. */
    public <T> List<T> rows(String sql, List<?> values, Query.RowReader<T> reader) throws SQLException {
        return ask(sql, values, query -> query.rows(reader));
    }

    private <T> T ask(String sql, List<?> values, Asked<T> asked) throws SQLException {
        return threads.call(() -> {
            try (Query query = query(sql, values)) {
                return asked.of(query);
            }
        });
    }

    @FunctionalInterface
    private interface Asked<T> {
        T of(Query query) throws SQLException;
    }

    /** Makes a table function of ours known; it takes one whole number. */
    public void register(String name, DuckDBTableFunction<?, ?, ?> function) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(name)
                    .withParameter(DuckDBColumnType.BIGINT)
                    .withFunction(function)
                    .register(root);
        }
    }

    /** The first column of a small result, as texts. */
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        stream(sql, chunk -> addTexts(chunk, texts));
        return texts;
    }

    private static void addTexts(DuckDBDataChunkReader chunk, List<String> texts) {
        for (long row = 0; row < chunk.rowCount(); row++) {
            texts.add(chunk.vector(0).getString(row));
        }
    }

    /** The names and types of the columns of a relation or a call that gives one, in order. */
    Map<String, String> describe(String source) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        stream("SELECT column_name, column_type FROM (DESCRIBE FROM " + source + ")", chunk -> {
            for (long row = 0; row < chunk.rowCount(); row++) {
                types.put(chunk.vector(0).getString(row), chunk.vector(1).getString(row));
            }
        });
        return types;
    }

    /** The one number of a result of one row and one column. */
    long number(String sql) throws SQLException {
        long[] number = new long[1];
        long rows = stream(sql, chunk -> number[0] = chunk.vector(0).getLong(0));
        if (rows != 1) {
            throw new SQLException("the result came to no end: " + sql);
        }
        return number[0];
    }

    private Query query(String sql, List<?> values) throws SQLException {
        if (closed) {
            throw new CancellationException("the engine is closed");
        }
        return new Query(root.duplicate(), sql, values, () -> closed);
    }

    /** Keeps the result of a statement as a table, which takes the database's memory and spills, until it is closed. */
    public Staged stage(String sql, List<?> values) throws SQLException {
        Staged staged = new Staged(this, newTable());
        try {
            update("CREATE TABLE " + staged.name() + " AS " + sql, values);
            return staged;
        } catch (SQLException | RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    /** Gives up a relation, also on a thread that is interrupted. */
    void drop(Relation relation) {
        if (relation.isStaged()) {
            dropTable(relation.source());
        }
    }

    private void dropTable(String name) {
        executeAnyway("DROP TABLE IF EXISTS " + name);
    }

    /** Sets how many threads DuckDB works with, one that asks among them; also on a thread that is interrupted. */
    void useThreads(int count) {
        executeAnyway("SET GLOBAL threads = " + count);
    }

    private void executeAnyway(String sql) {
        if (closed) {
            return;
        }
        try {
            threads.release(() -> executeUncancelled(sql));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not do this: " + sql + ": " + e.getMessage(), e);
        }
    }

    private boolean executeUncancelled(String sql) throws SQLException {
        try (DuckDBConnection connection = root.duplicate();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    /**
     * A result that is kept as a table.
     *
     * @param database that keeps it
     * @param name of the table, ours, so that it needs no quotes
     */
    public record Staged(Database database, String name) implements AutoCloseable {
        /** Gives it up, also on a thread that is interrupted. */
        @Override
        public void close() {
            database.dropTable(name);
        }
    }

    /** Ends what runs, and deletes what was spilled. */
    @Override
    public void close() {
        closed = true;
        threads.close();
        try (scratch) {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
        }
    }
}
