package io.plumbline.server.serve;

import io.plumbline.server.config.Configuration;
import io.plumbline.server.output.RefusedException;
import io.plumbline.store.sql.Credentials;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.Durability;
import io.plumbline.store.sql.EmptyDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which database the metadata of a server are in. */
final class Metadata {
    /** The system property that tells where an empty database lies. */
    private static final String EMPTY = "plumbline.database.empty";

    private Metadata() {}

    /**
     * Opens it.
     *
     * @throws io.plumbline.domain.PlumblineException where it cannot be opened
     */
    static Database open(Configuration configuration, Durability durability) {
        return configuration
                .database()
                .map(url -> Database.open(url, credentials(configuration), durability))
                .orElseGet(() -> sqlite(file(configuration), durability));
    }

    /**
     * Keeps other servers from the database for as long as the lock is held, wherever they keep their records. Several may work on one PostgreSQL, so nothing
     * is locked there.
     *
     * @throws RefusedException where another server works on it
     */
    static Optional<ServerLock> lock(Configuration configuration) {
        return configuration
                .database()
                .map(Database::fileOf)
                .orElseGet(() -> Optional.of(file(configuration)))
                .map(Metadata::lock);
    }

    private static ServerLock lock(Path file) {
        try {
            Path database = Files.exists(file) ? file.toRealPath() : file;
            return ServerLock.take(
                    database.resolveSibling(database.getFileName() + ".lock"),
                    "the database '" + file + "'",
                    "database by --database");
        } catch (IOException e) {
            throw new RefusedException(
                    "The folder of the database '" + file + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static Database sqlite(Path file, Durability durability) {
        prepared().ifPresent(empty -> EmptyDatabase.copy(empty, file));
        return Database.sqlite(file, durability);
    }

    /** What a new database begins as, where the launcher says that it prepared one. */
    private static Optional<Path> prepared() {
        return Optional.ofNullable(System.getProperty(EMPTY)).map(Path::of).filter(Files::exists);
    }

    /** The file of the database where no other one is configured. */
    static Path file(Configuration configuration) {
        return configuration.data().resolve("plumbline.db");
    }

    private static Optional<Credentials> credentials(Configuration configuration) {
        return configuration
                .databaseUser()
                .map(user ->
                        new Credentials(user, configuration.databasePassword().orElse("")));
    }
}
