package io.plumbline.store.sql;

import io.plumbline.domain.Header;
import io.plumbline.domain.Id;
import io.plumbline.domain.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns that all tables of resources have. */
final class HeaderColumns {
    final Field<String> id;
    final Field<String> organization;
    final Field<Long> revision;
    final Field<Long> createdAt;
    private final Field<String> project;
    private final Field<String> createdBy;
    private final Field<Long> modifiedAt;
    private final Field<String> modifiedBy;

    HeaderColumns(Table<?> table) {
        id = column(table, "id", String.class);
        organization = column(table, "organization", String.class);
        project = column(table, "project", String.class);
        revision = column(table, "revision", Long.class);
        createdAt = column(table, "created_at", Long.class);
        createdBy = column(table, "created_by", String.class);
        modifiedAt = column(table, "modified_at", Long.class);
        modifiedBy = column(table, "modified_by", String.class);
    }

    private static <V> Field<V> column(Table<?> table, String name, Class<V> type) {
        return Objects.requireNonNull(table.field(name, type), name);
    }

    Header header(Record row) {
        Stamp stamp = new Stamp(
                Times.instant(row.get(createdAt)),
                row.get(createdBy),
                Times.instant(row.get(modifiedAt)),
                row.get(modifiedBy));
        Optional<Id> within = Optional.ofNullable(row.get(project)).map(Id::of);
        return new Header(Id.of(row.get(id)), Id.of(row.get(organization)), within, row.get(revision), stamp);
    }

    Map<Field<?>, Object> values(Header header) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(id, header.id().toString());
        values.put(organization, header.organization().toString());
        values.put(project, Columns.nullable(header.project()));
        values.put(revision, header.revision());
        values.put(createdAt, Times.micros(header.stamp().createdAt()));
        values.put(createdBy, header.stamp().createdBy());
        values.put(modifiedAt, Times.micros(header.stamp().modifiedAt()));
        values.put(modifiedBy, header.stamp().modifiedBy());
        return values;
    }
}
