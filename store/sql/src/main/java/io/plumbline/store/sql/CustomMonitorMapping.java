package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.CUSTOM_MONITOR;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.monitor.CustomMonitor;
import io.plumbline.store.sql.generated.tables.records.CustomMonitorRecord;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How definitions of users are stored. */
final class CustomMonitorMapping implements ResourceMapping<CustomMonitor, CustomMonitorRecord> {
    @Override
    public String what() {
        return "monitor definition";
    }

    @Override
    public Table<CustomMonitorRecord> table() {
        return CUSTOM_MONITOR;
    }

    @Override
    public CustomMonitor resource(Header header, CustomMonitorRecord row) {
        return new CustomMonitor(
                header,
                DefinitionJson.read(row.getDefinition()),
                Columns.id(row.getProvider()),
                new Document(row.getAttributes()));
    }

    @Override
    public Map<Field<?>, Object> columns(CustomMonitor monitor) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(
                CUSTOM_MONITOR.DEFINITION_ID, Texts.name(monitor.definition().id()));
        columns.put(CUSTOM_MONITOR.DEFINITION, DefinitionJson.write(monitor.definition()));
        columns.put(CUSTOM_MONITOR.PROVIDER, Columns.nullable(monitor.provider()));
        columns.put(CUSTOM_MONITOR.ATTRIBUTES, monitor.attributes().json());
        return columns;
    }
}
