package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR_ARCHIVE;

import io.plumbline.domain.Id;
import io.plumbline.domain.artifact.BlobUse;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The blobs of archives of monitors. */
public final class SqlArchiveBlobs implements BlobUse {
    private final Database database;

    /** Those in this database. */
    public SqlArchiveBlobs(Database database) {
        this.database = database;
    }

    @Override
    public Set<Id> used(Collection<Id> blobs) {
        List<String> ids = blobs.stream().map(Id::toString).toList();
        return database.read(sql -> sql.select(MONITOR_ARCHIVE.BLOB)
                .from(MONITOR_ARCHIVE)
                .where(MONITOR_ARCHIVE.BLOB.in(ids))
                .fetchSet(row -> Id.of(row.value1())));
    }
}
