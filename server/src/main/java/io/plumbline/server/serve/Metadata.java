package io.plumbline.server.serve;

import io.plumbline.server.config.Configuration;
import io.plumbline.store.sql.Credentials;
import io.plumbline.store.sql.Database;
import io.plumbline.store.sql.Durability;
import java.nio.file.Path;
import java.util.Optional;

/** Which database the metadata of a server are in. */
final class Metadata {
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
                .orElseGet(() -> Database.sqlite(file(configuration), durability));
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
