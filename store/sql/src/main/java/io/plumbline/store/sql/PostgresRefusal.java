package io.plumbline.store.sql;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why a PostgreSQL could not be opened, in words of ours: those of the driver could hold the password. */
final class PostgresRefusal {
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");

    private PostgresRefusal() {}

    /** Names a database in messages: its URL without credentials and parameters. */
    static String describe(String jdbcUrl) {
        String withoutParameters = jdbcUrl.replaceFirst("[?].*", "").replaceFirst("^jdbc:", "");
        return "the database " + CREDENTIALS.matcher(withoutParameters).replaceFirst("//");
    }

    static PlumblineException of(String name, RuntimeException cause) {
        return new PlumblineException(new Failure.Unreachable(name + " " + reason(state(cause))));
    }

    private static String reason(String state) {
        return switch (state) {
            case "28P01", "28000" -> "refuses the user or the password";
            case "3D000" -> "does not exist on its server; create it first";
            case "42501" -> "does not let the user in";
            case "53300" -> "has no connection left to give";
            case "57P03" -> "is starting or stopping; try again later";
            case "08001", "08004", "08006" -> "cannot be reached; see whether its server runs and the address is right";
            default -> "cannot be opened (SQL state " + state + ")";
        };
    }

    private static String state(@Nullable Throwable exception) {
        if (exception == null) {
            return "unknown";
        }
        boolean found = exception instanceof SQLException sql && sql.getSQLState() != null;
        return found ? ((SQLException) exception).getSQLState() : state(exception.getCause());
    }
}
