package io.plumbline.store.sql;

import io.plumbline.domain.Document;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schema as JSON text: its version and its columns in order; the attributes of a column as the text they are. */
final class SchemaJson {
    private static final JsonMapper JSON = new JsonMapper();

    private SchemaJson() {}

    static String write(Schema schema) {
        ObjectNode root = JSON.createObjectNode().put("version", schema.version());
        ArrayNode columns = root.putArray("columns");
        schema.columns().forEach(column -> write(columns.addObject(), column));
        return JSON.writeValueAsString(root);
    }

    private static void write(ObjectNode node, Column column) {
        node.put("name", column.name())
                .put("type", column.type().name())
                .put("role", column.role().name());
        if (!column.attributes().equals(Document.EMPTY)) {
            node.put("attributes", column.attributes().json());
        }
    }

    static Schema read(String json) {
        JsonNode root = JSON.readTree(json);
        List<Column> columns = new ArrayList<>();
        root.required("columns").forEach(node -> columns.add(column(node)));
        return new Schema(root.required("version").intValue(), columns);
    }

    private static Column column(JsonNode node) {
        return new Column(
                node.required("name").stringValue(),
                ValueType.valueOf(node.required("type").stringValue()),
                ColumnRole.valueOf(node.required("role").stringValue()),
                node.has("attributes")
                        ? new Document(node.required("attributes").stringValue())
                        : Document.EMPTY);
    }
}
