package io.plumbline.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A new database for each test, which can be closed and opened again. */
abstract class TestDatabase implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Supplier<Database> opener;
    private @Nullable Database open;

    static TestDatabase sqlite() {
        return new OnSqlite(Durability.POWER_CUT);
    }

    /** For tests of something else than what a commit outlasts, as waiting for the disk at each takes most of their time. */
    static TestDatabase unsyncedSqlite() {
        return new OnSqlite(Durability.PROGRAM);
    }

    static TestDatabase postgres() {
        return new OnPostgres();
    }

    /** For tests that leave the tables as the migrations made them: these are the same for all, and emptied for each. */
    static TestDatabase emptiedPostgres() {
        return new OnEmptiedPostgres();
    }

    abstract Supplier<Database> prepare() throws IOException;

    void discard() {}

    /** The one that is open, to all threads of a test. */
    synchronized Database database() {
        if (open == null) {
            open = another();
        }
        return open;
    }

    /** One more on the same data, which the caller closes. */
    Database another() {
        if (opener == null) {
            throw new IllegalStateException("no test runs");
        }
        return opener.get();
    }

    void reopen() {
        close();
    }

    private synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        opener = prepare();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
        discard();
    }

    private static final class OnSqlite extends TestDatabase {
        /** A database without content. Copying it is far quicker than making its tables for each test. */
        private static final byte[] EMPTY = empty();

        private final Durability durability;
        private Path folder = Path.of("none");

        private OnSqlite(Durability durability) {
            this.durability = durability;
        }

        private static byte[] empty() {
            try {
                Path folder = Files.createTempDirectory("plumbline-sqlite");
                Path file = folder.resolve("metadata.db");
                Database.sqlite(file).close();
                byte[] bytes = Files.readAllBytes(file);
                Commands.run(List.of("rm", "-rf", folder.toString()));
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        Supplier<Database> prepare() throws IOException {
            folder = Files.createTempDirectory("plumbline-sqlite");
            Files.write(folder.resolve("metadata.db"), EMPTY);
            return () -> Database.sqlite(folder.resolve("metadata.db"), durability);
        }

        @Override
        void discard() {
            Commands.run(List.of("rm", "-rf", folder.toString()));
        }
    }

    private static final class OnPostgres extends TestDatabase {
        private String url = "";

        @Override
        Supplier<Database> prepare() {
            url = PostgresServer.shared().newSchema();
            return () -> Database.open(url, Optional.of(PostgresServer.CREDENTIALS));
        }

        @Override
        void discard() {
            PostgresServer.shared().drop(url);
        }
    }

    private static final class OnEmptiedPostgres extends TestDatabase {
        @Override
        Supplier<Database> prepare() {
            String url = EmptiedSchema.empty().url();
            return () -> Database.open(url, Optional.of(PostgresServer.CREDENTIALS));
        }
    }
}
