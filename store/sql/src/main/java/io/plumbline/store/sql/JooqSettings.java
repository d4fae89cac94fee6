package io.plumbline.store.sql;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** How jOOQ is used, on every database. */
final class JooqSettings {
    private static final Settings SETTINGS =
            new Settings().withExecuteLogging(false).withRenderSchema(false);

    static {
        // It would print both to the log when it starts.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private JooqSettings() {}

    /** Writes SQL of this dialect to this connection. */
    static DSLContext on(Connection connection, SQLDialect dialect) {
        return DSL.using(connection, dialect, SETTINGS);
    }
}
