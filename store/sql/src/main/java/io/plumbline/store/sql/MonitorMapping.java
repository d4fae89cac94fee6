package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.store.sql.generated.tables.records.MonitorRecord;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How monitors are stored. */
final class MonitorMapping implements ResourceMapping<Monitor, MonitorRecord> {
    @Override
    public String what() {
        return "monitor";
    }

    @Override
    public Table<MonitorRecord> table() {
        return MONITOR;
    }

    @Override
    public Monitor resource(Header header, MonitorRecord row) {
        return new Monitor(
                header,
                row.getDefinition(),
                Id.of(row.getModel()),
                row.getManagedBy(),
                new Document(row.getAttributes()));
    }

    @Override
    public Map<Field<?>, Object> columns(Monitor monitor) {
        return Map.of(
                MONITOR.DEFINITION, monitor.definition(),
                MONITOR.MODEL, monitor.model().toString(),
                MONITOR.MANAGED_BY, monitor.managedBy(),
                MONITOR.ATTRIBUTES, monitor.attributes().json());
    }
}
