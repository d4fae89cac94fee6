package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR_ARCHIVE;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.archive.MonitorArchive;
import io.plumbline.store.sql.generated.tables.records.MonitorArchiveRecord;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How archives of monitors are stored. */
final class MonitorArchiveMapping implements ResourceMapping<MonitorArchive, MonitorArchiveRecord> {
    @Override
    public String what() {
        return "monitor archive";
    }

    @Override
    public Table<MonitorArchiveRecord> table() {
        return MONITOR_ARCHIVE;
    }

    @Override
    public MonitorArchive resource(Header header, MonitorArchiveRecord row) {
        return new MonitorArchive(
                header,
                Id.of(row.getModel()),
                row.getDefinition(),
                row.getName(),
                Id.of(row.getBlob()),
                row.getByteCount(),
                row.getSha256());
    }

    @Override
    public Map<Field<?>, Object> columns(MonitorArchive archive) {
        return Map.of(
                MONITOR_ARCHIVE.MODEL, archive.model().toString(),
                MONITOR_ARCHIVE.DEFINITION, Texts.name(archive.definition()),
                MONITOR_ARCHIVE.NAME, archive.name(),
                MONITOR_ARCHIVE.BLOB, archive.blob().toString(),
                MONITOR_ARCHIVE.BYTE_COUNT, archive.size(),
                MONITOR_ARCHIVE.SHA256, archive.sha256());
    }
}
