package io.plumbline.dialects.openscale.models;

import io.plumbline.dialects.openscale.wire.SparkField;
import io.plumbline.dialects.openscale.wire.SparkStruct;
import io.plumbline.dialects.openscale.wire.SparkStructType;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Columns, and the fields of a Spark schema that say the same. */
final class SparkSchemas {
    private SparkSchemas() {}

    /**
     * The columns of a schema.
     *
     * @param where the field that holds the schema, for messages
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a name is no name or comes twice, or a type is no type
     */
    static List<Column> columns(SparkStruct struct, String where) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            columns.add(column(struct.fields().get(i), where + ".fields[" + i + "]"));
        }
        return new Schema(1, columns).columns();
    }

    private static Column column(@Nullable SparkField field, String where) {
        if (field == null) {
            throw PlumblineException.invalid(where, "the field " + where + " is null");
        }
        ValueType type = SparkTypes.stored(field.type(), where + ".type");
        try {
            return new Column(
                    field.name(), type, role(field), ColumnFacts.of(field).document());
        } catch (PlumblineException unfit) {
            throw PlumblineException.invalid(where + ".name", "the field " + where + ".name: " + unfit.getMessage());
        }
    }

    private static ColumnRole role(SparkField field) {
        Map<String, JsonNode> metadata = field.metadata() == null ? Map.of() : field.metadata();
        JsonNode role = metadata.get(ModelingRole.KEY);
        return role == null ? ColumnRole.METADATA : ModelingRole.columnRole(role.asString(""));
    }

    /** The column as a field. */
    static SparkField field(Column column) {
        return ColumnFacts.of(column).field(column);
    }

    /** A schema of these fields. */
    static SparkStruct struct(List<SparkField> fields) {
        return SparkStruct.builder().type(SparkStructType.STRUCT).fields(fields).build();
    }
}
