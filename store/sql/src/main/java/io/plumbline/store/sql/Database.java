package io.plumbline.store.sql;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * A database of metadata, with its tables as this version wants them. Hides whether it is SQLite or PostgreSQL. Safe for use by several
 * threads.
 */
public final class Database implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Engine engine;

    private Database(Engine engine) {
        this.engine = engine;
    }

    /**
     * Opens a database by its JDBC URL, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST:PORT/DATABASE}, and brings its tables up to
     * this version.
     *
     * @param credentials for a database server; empty where the URL holds them, or where none are asked for
     * @throws PlumblineException of {@link Failure.Invalid} for another URL, of {@link Failure.Unreachable} where the database cannot be opened,
     *     of {@link Failure.Conflict} where it is of a newer version. No message holds a password.
     */
    public static Database open(String jdbcUrl, Optional<Credentials> credentials) {
        return open(jdbcUrl, credentials, Durability.POWER_CUT);
    }

    /** As {@link #open(String, Optional)}, where commits to SQLite may outlast less. */
    public static Database open(String jdbcUrl, Optional<Credentials> credentials, Durability durability) {
        Optional<Path> file = fileOf(jdbcUrl);
        if (file.isPresent()) {
            return sqlite(file.get(), durability);
        }
        if (jdbcUrl.startsWith(POSTGRES)) {
            return new Database(PostgresEngine.open(jdbcUrl, credentials));
        }
        throw PlumblineException.invalid(
                "a database is given as " + SQLITE + "FILE or " + POSTGRES + "//HOST:PORT/NAME");
    }

    /** The file of an SQLite database by its JDBC URL; empty for a database that is no file. */
    public static Optional<Path> fileOf(String jdbcUrl) {
        return Optional.of(jdbcUrl)
                .filter(url -> url.startsWith(SQLITE))
                .map(url -> Path.of(url.substring(SQLITE.length())));
    }

    /**
     * Opens the SQLite database in this file, which is made where there is none, and brings its tables up to this version.
     *
     * @throws PlumblineException as {@link #open}
     */
    public static Database sqlite(Path file) {
        return sqlite(file, Durability.POWER_CUT);
    }

    /** As {@link #sqlite(Path)}, where commits may outlast less. */
    public static Database sqlite(Path file, Durability durability) {
        return new Database(SqliteEngine.open(file, durability));
    }

    /** Asks a database in memory for nothing, and forgets it: what that loads, those that are opened later do not have to load any more. */
    public static void rehearse() {
        try (Connection connection = SqliteEngine.inMemory()) {
            JooqSettings.on(connection, SQLDialect.SQLITE)
                    .select(DSL.val(""))
                    .where(DSL.val(0L).gt(0L))
                    .fetch();
        } catch (SQLException e) {
            throw new DataAccessException("SQLite does not start", e);
        }
    }

    /** Runs a query. */
    <T> T read(Function<DSLContext, T> work) {
        try {
            return engine.read(work);
        } catch (RuntimeException e) {
            throw DatabaseFailures.translate(e);
        }
    }

    /** Runs queries that see the database as it is at one time, on a database of one writer; elsewhere each sees the last commit. */
    <T> T readAtOnce(Function<DSLContext, T> work) {
        try {
            return engine.readAtOnce(work);
        } catch (RuntimeException e) {
            throw DatabaseFailures.translate(e);
        }
    }

    /** Orders of runs that are kept in memory; empty where others may write to the database as well. */
    Optional<HeldOrders> heldOrders() {
        return engine.heldOrders();
    }

    /** Says within a unit of work that it changes what a run has logged. */
    void noteChange(long experiment, long run) {
        engine.heldOrders().ifPresent(orders -> orders.changes().add(experiment, run));
    }

    /**
     * Runs a unit of work as one transaction that is durable when this returns; nothing of it is kept when this throws. The work may be run
     * beside others on one connection, so it touches nothing but the database, and is short.
     */
    <T> T write(Function<DSLContext, T> work) {
        try {
            return engine.write(work);
        } catch (RuntimeException e) {
            throw DatabaseFailures.translate(e);
        }
    }

    /** Connections of their own for those who bring their own SQL. */
    DataSource connections() {
        return engine.connections();
    }

    /** What the database does at the moment and has done since it was opened. */
    public DatabaseStatistics statistics() {
        return engine.statistics();
    }

    /** Lets writes that wait come to their end, and closes all connections. */
    @Override
    public void close() {
        engine.close();
    }
}
