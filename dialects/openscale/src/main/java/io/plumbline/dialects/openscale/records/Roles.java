package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.measures.table.ColumnRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads from the roles of a schema's columns which of them stand for fields that every record has. */
final class Roles {
    private static final String TRANSACTION_KEY = "transaction_id_key";

    private Roles() {}

    static RecordFields fields(Schema schema) {
        return new RecordFields(
                name(schema, column -> column.role() == ColumnRole.ID),
                name(schema, column -> column.role() == ColumnRole.TIME),
                name(schema, Roles::isTransaction));
    }

    /** The columns that a sender fills: neither those of fields that every record has nor internal ones. */
    static List<String> filled(Schema schema) {
        RecordFields fields = fields(schema);
        return schema.columns().stream()
                .map(Column::name)
                .filter(name -> fields.of(name).isEmpty() && !name.startsWith("_"))
                .toList();
    }

    private static Optional<String> name(Schema schema, Predicate<Column> wanted) {
        return schema.columns().stream().filter(wanted).map(Column::name).findFirst();
    }

    private static boolean isTransaction(Column column) {
        // The key stands among what a schema tells of a column, which is kept as it came.
        if (!column.attributes().json().contains(TRANSACTION_KEY)) {
            return false;
        }
        JsonNode attributes = Json.MAPPER.readTree(column.attributes().json());
        return attributes.path("metadata").path(TRANSACTION_KEY).asBoolean(false);
    }
}
