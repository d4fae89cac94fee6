package io.plumbline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir
    private Path folder;

    private static int synchronous(Database database) {
        return database.write(sql -> sql.fetchSingle("pragma synchronous").get(0, Integer.class));
    }

    /** 2 is SQLite's number for a sync with each commit. */
    @Test
    void eachCommitIsSyncedUnlessSaidOtherwise() {
        Path file = folder.resolve("metadata.db");
        try (Database database = Database.sqlite(file)) {
            assertThat(synchronous(database)).isEqualTo(2);
        }
        try (Database database = Database.open("jdbc:sqlite:" + file, Optional.empty())) {
            assertThat(synchronous(database)).isEqualTo(2);
        }
    }

    /** 1 is that for a sync only when the log of the database is written back, so that nothing older than that can be lost. */
    @Test
    void commitsThatOutlastTheProgramAloneAreNot() {
        try (Database database = Database.sqlite(folder.resolve("metadata.db"), Durability.PROGRAM)) {
            assertThat(synchronous(database)).isEqualTo(1);
        }
    }
}
