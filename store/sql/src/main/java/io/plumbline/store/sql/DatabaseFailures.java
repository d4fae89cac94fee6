package io.plumbline.store.sql;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what databases throw into failures of the core, where a person can do something about it; the rest stays what it is. */
final class DatabaseFailures {
    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";

    private DatabaseFailures() {}

    /** The exception to throw instead. */
    static RuntimeException translate(RuntimeException exception) {
        return failure(exception)
                .<RuntimeException>map(failure -> new PlumblineException(failure, exception))
                .orElse(exception);
    }

    /** What a person can do something about, if that is what happened. */
    static Optional<Failure> failure(RuntimeException exception) {
        return sqlException(exception).flatMap(DatabaseFailures::failure);
    }

    private static Optional<SQLException> sqlException(@Nullable Throwable exception) {
        if (exception instanceof SQLException found) {
            return Optional.of(found);
        }
        return exception == null ? Optional.empty() : sqlException(exception.getCause());
    }

    private static Optional<Failure> failure(SQLException exception) {
        if (isDiskFull(exception)) {
            return Optional.of(new Failure.StorageFull(
                    "the disk of the database is full; nothing was stored, and will not be until there is room"));
        }
        if (isUnreachable(exception)) {
            return Optional.of(new Failure.Unreachable("the database does not answer; try again later"));
        }
        return Optional.empty();
    }

    private static boolean isDiskFull(SQLException exception) {
        return isSqlite(exception, SQLiteErrorCode.SQLITE_FULL) || DISK_FULL.equals(exception.getSQLState());
    }

    private static boolean isUnreachable(SQLException exception) {
        String state = exception.getSQLState();
        return exception instanceof SQLTransientConnectionException
                || isSqlite(exception, SQLiteErrorCode.SQLITE_BUSY)
                || (state != null
                        && (state.startsWith(CONNECTION)
                                || state.startsWith(SHUTDOWN)
                                || state.equals(TOO_MANY_CONNECTIONS)));
    }

    private static boolean isSqlite(SQLException exception, SQLiteErrorCode code) {
        return exception instanceof SQLiteException sqlite && sqlite.getResultCode() == code;
    }
}
