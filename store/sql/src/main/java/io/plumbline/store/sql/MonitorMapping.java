package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MONITOR;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.monitor.Monitor;
import io.plumbline.store.sql.generated.tables.records.MonitorRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
                ThresholdJson.read(row.getThresholds()),
                Optional.ofNullable(row.getSchedule()).map(ScheduleJson::read),
                FactsJson.read(row.getParameters()),
                new Document(row.getAttributes()));
    }

    @Override
    @SuppressWarnings("NullAway") // jOOQ takes a null value in a map, which the type of the map cannot say
    public Map<Field<?>, Object> columns(Monitor monitor) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(MONITOR.DEFINITION, monitor.definition());
        columns.put(MONITOR.MODEL, monitor.model().toString());
        columns.put(MONITOR.MANAGED_BY, monitor.managedBy());
        columns.put(MONITOR.THRESHOLDS, ThresholdJson.write(monitor.thresholds()));
        columns.put(
                MONITOR.SCHEDULE, monitor.schedule().map(ScheduleJson::write).orElse(null));
        columns.put(MONITOR.PARAMETERS, FactsJson.write(monitor.parameters()));
        columns.put(MONITOR.ATTRIBUTES, monitor.attributes().json());
        return columns;
    }
}
