package io.plumbline.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** SQLite in a file: writes go through one {@link GroupCommit}, reads have a pool of connections and see the last commit. */
final class SqliteEngine implements Engine {
    private static final int MOST_CONNECTIONS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 30_000;
    private static final long MOST_HELD_BYTES = 64 << 20;

    private final HikariDataSource pool;
    private final GroupCommit writer;
    private final HeldOrders heldOrders;

    private SqliteEngine(HikariDataSource pool, Connection writing) throws SQLException {
        RunChanges changes = new RunChanges();
        this.pool = pool;
        this.writer = new GroupCommit(writing, changes::settle);
        this.heldOrders = new HeldOrders(changes, mostHeld());
    }

    /** Little beside what the process may have. */
    private static long mostHeld() {
        return Math.min(MOST_HELD_BYTES, Runtime.getRuntime().maxMemory() / 16);
    }

    static SqliteEngine open(Path file, Durability durability) {
        SQLiteDataSource connections = connections(file.toAbsolutePath().toString(), durability);
        try {
            Connection writing = connections.getConnection();
            try {
                prepare(writing);
                Migrations.run(connections, "the database " + file);
                return new SqliteEngine(pool(connections), writing);
            } catch (RuntimeException e) {
                writing.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new PlumblineException(refused(file), e);
        }
    }

    /** A connection to a database of its own that is gone when it is closed. */
    static Connection inMemory() throws SQLException {
        return connections(":memory:", Durability.PROGRAM).getConnection();
    }

    private static Failure refused(Path file) {
        return new Failure.Unreachable("the database " + file
                + " cannot be opened; see whether it is an SQLite database and its folder can be written");
    }

    private static SQLiteDataSource connections(String file, Durability durability) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(durability.mode());
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        // A transaction that only takes the lock when it first writes would fail, rather than wait, if another wrote
        // meanwhile.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        SQLiteDataSource connections = new SQLiteDataSource(config);
        connections.setUrl("jdbc:sqlite:" + file);
        return connections;
    }

    /**
     * What is written all over indexes stays in memory until it is written back, and is written back once for many commits. What is committed is durable
     * all the same: it is in the log of the database.
     */
    private static void prepare(Connection writing) throws SQLException {
        try (Statement statement = writing.createStatement()) {
            statement.execute("pragma cache_size = -16384");
            statement.execute("pragma wal_autocheckpoint = 4000");
        }
    }

    private static HikariDataSource pool(SQLiteDataSource connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plumbline-sqlite");
        config.setDataSource(connections);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.apply(JooqSettings.on(connection, SQLDialect.SQLITE));
        } catch (SQLException e) {
            throw new DataAccessException("cannot read", e);
        }
    }

    @Override
    public <T> T readAtOnce(Function<DSLContext, T> work) {
        try (Connection connection = pool.getConnection();
                Statement control = connection.createStatement()) {
            // Said in SQL, since the driver would begin it as one that writes.
            control.execute("begin deferred");
            T result = run(connection, control, work);
            control.execute("rollback");
            return result;
        } catch (SQLException e) {
            throw new DataAccessException("cannot read", e);
        }
    }

    private static <T> T run(Connection connection, Statement control, Function<DSLContext, T> work) {
        try {
            return work.apply(JooqSettings.on(connection, SQLDialect.SQLITE));
        } catch (RuntimeException | Error e) {
            rollBack(control, e);
            throw e;
        }
    }

    /** The database may have ended the transaction by itself: the first failure says why. */
    private static void rollBack(Statement control, Throwable because) {
        try {
            control.execute("rollback");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public Optional<HeldOrders> heldOrders() {
        return Optional.of(heldOrders);
    }

    @Override
    public <T> T write(Function<DSLContext, T> work) {
        return writer.write(work);
    }

    @Override
    public DataSource connections() {
        return pool;
    }

    @Override
    public DatabaseStatistics statistics() {
        HikariPoolMXBean use = pool.getHikariPoolMXBean();
        return new DatabaseStatistics(
                writer.writes(),
                writer.commits(),
                writer.waiting(),
                use.getActiveConnections(),
                use.getIdleConnections(),
                use.getThreadsAwaitingConnection());
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
    }
}
