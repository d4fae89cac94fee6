package io.plumbline.store.sql;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables of a database up to this version. Flyway does, and is not even loaded where it would find nothing to do: that is a sixth of a start. */
final class Migrations {
    static final String LOCATION = "classpath:io/plumbline/store/sql/migration";

    private Migrations() {}

    /**
     * Runs the migrations that the database has not seen. Nodes that start at one time wait for each other.
     *
     * @param name of the database in messages
     * @throws PlumblineException of {@link Failure.Conflict} where the database is of a newer version, or is not ours
     */
    static void run(DataSource database, String name) {
        if (!MergedMigrations.areAllIn(database)) {
            migrate(database, name);
        }
    }

    private static void migrate(DataSource database, String name) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations(LOCATION)
                .table("schema_history")
                .load();
        try {
            refuseNewer(flyway, name);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new PlumblineException(DatabaseFailures.failure(e).orElseGet(() -> notOurs(name)), e);
        }
    }

    private static Failure notOurs(String name) {
        return new Failure.Conflict(
                name
                        + " holds tables that are not as Plumbline left them; name another database, or restore this one from a backup");
    }

    private static void refuseNewer(Flyway flyway, String name) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> isFromTheFuture(migration.getState()))
                .findFirst()
                .ifPresent(migration -> {
                    throw new PlumblineException(new Failure.Conflict(newer(name, migration)));
                });
    }

    private static boolean isFromTheFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static String newer(String name, MigrationInfo migration) {
        return name + " was written by a newer version of Plumbline (its tables are of version "
                + migration.getVersion() + "); start that version or a later one";
    }
}
