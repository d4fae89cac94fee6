package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import java.nio.file.Path;

/**
 * What is known of files, beside what they hold.
 *
 * @param files their columns and rows
 * @param changes what files of changes change
 * @param changedPlaces where the records are that these change
 * @param ids where records are by their ids
 */
record Catalog(StoredFiles files, StoredChanges changes, ChangedPlaces changedPlaces, RecordIdIndex ids) {
    static Catalog over(Database database) {
        StoredChanges changes = new StoredChanges(database);
        RecordIdIndex ids = new RecordIdIndex(database);
        return new Catalog(new StoredFiles(database), changes, new ChangedPlaces(database, changes, ids), ids);
    }

    /** Forgets a file, which may come back with other content. */
    void forget(Path path) {
        files.forget(path);
        changes.forget(path);
        changedPlaces.forget(path);
        ids.forget(path);
    }
}
