package io.plumbline.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;

/** PostgreSQL behind a pool of connections. */
final class PostgresEngine implements Engine {
    private static final int MOST_CONNECTIONS = 16;
    private static final long WAIT_FOR_CONNECTION_MILLIS = 10_000;

    private final HikariDataSource pool;
    private final LongAdder writes = new LongAdder();
    private final LongAdder commits = new LongAdder();

    private PostgresEngine(HikariDataSource pool) {
        this.pool = pool;
    }

    static PostgresEngine open(String jdbcUrl, Optional<Credentials> credentials) {
        String name = PostgresRefusal.describe(jdbcUrl);
        HikariDataSource pool = connect(jdbcUrl, credentials, name);
        try {
            Migrations.run(pool, name);
            return new PostgresEngine(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(String jdbcUrl, Optional<Credentials> credentials, String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plumbline-postgresql");
        config.setJdbcUrl(jdbcUrl);
        credentials.ifPresent(given -> {
            config.setUsername(given.user());
            config.setPassword(given.password());
        });
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        // What was committed must be durable, whatever the server's default is.
        config.setConnectionInitSql("set synchronous_commit = on");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "plumbline");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw PostgresRefusal.of(name, e);
        }
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.apply(JooqSettings.on(connection, SQLDialect.POSTGRES));
        } catch (SQLException e) {
            throw new DataAccessException("cannot read", e);
        }
    }

    /** Each query sees the last commit: nothing here asks for more of a database that others write to. */
    @Override
    public <T> T readAtOnce(Function<DSLContext, T> work) {
        return read(work);
    }

    @Override
    public Optional<HeldOrders> heldOrders() {
        return Optional.empty();
    }

    @Override
    public <T> T write(Function<DSLContext, T> work) {
        writes.increment();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            T result = run(connection, work);
            connection.commit();
            commits.increment();
            return result;
        } catch (SQLException e) {
            throw new DataAccessException("cannot write", e);
        }
    }

    private static <T> T run(Connection connection, Function<DSLContext, T> work) throws SQLException {
        try {
            return work.apply(JooqSettings.on(connection, SQLDialect.POSTGRES));
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public DataSource connections() {
        return pool;
    }

    @Override
    public DatabaseStatistics statistics() {
        HikariPoolMXBean use = pool.getHikariPoolMXBean();
        return new DatabaseStatistics(
                writes.sum(),
                commits.sum(),
                0,
                use.getActiveConnections(),
                use.getIdleConnections(),
                use.getThreadsAwaitingConnection());
    }

    @Override
    public void close() {
        pool.close();
    }
}
