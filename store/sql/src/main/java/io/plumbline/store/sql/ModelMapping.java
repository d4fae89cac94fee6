package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MODEL;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.model.Model;
import io.plumbline.store.sql.generated.tables.records.ModelRecord;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** How models are stored. */
final class ModelMapping implements ResourceMapping<Model, ModelRecord> {
    @Override
    public String what() {
        return "model";
    }

    @Override
    public Table<ModelRecord> table() {
        return MODEL;
    }

    @Override
    public Model resource(Header header, ModelRecord row) {
        return new Model(
                header,
                row.getName(),
                row.getVersion(),
                Model.Task.valueOf(row.getTask()),
                SchemaJson.read(row.getColumns()),
                Columns.id(row.getStore()),
                Columns.id(row.getScoring()),
                new Document(row.getAttributes()));
    }

    @Override
    public Map<Field<?>, Object> columns(Model model) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(MODEL.NAME, model.name());
        columns.put(MODEL.VERSION, model.version());
        columns.put(MODEL.TASK, model.task().name());
        columns.put(MODEL.COLUMNS, SchemaJson.write(model.schema()));
        columns.put(MODEL.STORE, Columns.nullable(model.store()));
        columns.put(MODEL.SCORING, Columns.nullable(model.scoring()));
        columns.put(MODEL.ATTRIBUTES, model.attributes().json());
        return columns;
    }
}
