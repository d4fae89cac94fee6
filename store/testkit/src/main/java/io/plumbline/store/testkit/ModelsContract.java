package io.plumbline.store.testkit;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Model;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every repository of models does. */
public abstract class ModelsContract extends RepositoryContract<Model> {
    /** A schema with columns of every type and of every role. */
    static Schema everyColumn() {
        List<Column> columns = new ArrayList<>();
        for (ValueType type : ValueType.values()) {
            for (ColumnRole role : ColumnRole.values()) {
                columns.add(new Column("Größe " + type + " \"" + role + "\"", type, role, Samples.DOCUMENT));
            }
        }
        columns.add(Column.of("last", ValueType.NUMBER, ColumnRole.FEATURE));
        return new Schema(7, columns);
    }

    @Override
    protected Model full(Header header) {
        return new Model(
                header,
                "credit",
                "v1",
                Model.Task.BINARY_CLASSIFICATION,
                everyColumn(),
                Optional.of(Samples.id()),
                Optional.of(Samples.id()),
                Samples.DOCUMENT);
    }

    @Override
    protected Model empty(Header header) {
        return new Model(
                header, "", "", Model.Task.UNKNOWN, Schema.EMPTY, Optional.empty(), Optional.empty(), Document.EMPTY);
    }
}
