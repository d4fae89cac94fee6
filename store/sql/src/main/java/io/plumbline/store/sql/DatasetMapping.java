package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.DATASET;

import io.plumbline.domain.Document;
import io.plumbline.domain.Header;
import io.plumbline.domain.model.Dataset;
import io.plumbline.store.sql.generated.tables.records.DatasetRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;

/** How datasets are stored. */
final class DatasetMapping implements ResourceMapping<Dataset, DatasetRecord> {
    @Override
    public String what() {
        return "dataset";
    }

    @Override
    public Table<DatasetRecord> table() {
        return DATASET;
    }

    @Override
    public Dataset resource(Header header, DatasetRecord row) {
        return new Dataset(
                header,
                Columns.id(row.getModel()),
                Dataset.Kind.valueOf(row.getKind()),
                row.getType(),
                row.getName(),
                row.getDescription(),
                SchemaJson.read(row.getColumns()),
                Dataset.Growth.valueOf(row.getGrowth()),
                Optional.ofNullable(row.getRetention()).map(Duration::parse),
                new Document(row.getAttributes()));
    }

    @Override
    @SuppressWarnings("NullAway") // jOOQ takes a null value in a map, which the type of the map cannot say
    public Map<Field<?>, Object> columns(Dataset dataset) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(DATASET.MODEL, Columns.nullable(dataset.model()));
        columns.put(DATASET.KIND, dataset.kind().name());
        columns.put(DATASET.TYPE, dataset.type());
        columns.put(DATASET.NAME, dataset.name());
        columns.put(DATASET.DESCRIPTION, dataset.description());
        columns.put(DATASET.COLUMNS, SchemaJson.write(dataset.schema()));
        columns.put(DATASET.GROWTH, dataset.growth().name());
        columns.put(
                DATASET.RETENTION, dataset.retention().map(Duration::toString).orElse(null));
        columns.put(DATASET.ATTRIBUTES, dataset.attributes().json());
        return columns;
    }
}
