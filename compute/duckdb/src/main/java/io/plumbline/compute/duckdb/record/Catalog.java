package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Database;
import java.nio.file.Path;

/**
 * What is known of files, beside what they hold.
 *
 * @param files their columns and rows
 * @param changes what files of changes change
 * @param ids where records are by their ids
 */
record Catalog(StoredFiles files, StoredChanges changes, RecordIdIndex ids) {
    static Catalog over(Database database) {
        return new Catalog(new StoredFiles(database), new StoredChanges(database), new RecordIdIndex(database));
    }

    /** Forgets a file, which may come back with other content. */
    void forget(Path path) {
        files.forget(path);
        changes.forget(path);
        ids.forget(path);
    }
}
