package io.plumbline.domain.record;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset.Growth;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a schema grows with the batches that come in: a new column is taken up, a type is widened, another type is refused by name. */
public final class SchemaEvolution {
    private SchemaEvolution() {}

    /**
     * The schema that takes the batch; the same schema where it takes it as it is.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} that names the column
     */
    public static Schema grow(Schema schema, Growth growth, RecordBatch batch) {
        Map<String, Column> columns = new LinkedHashMap<>();
        schema.columns().forEach(column -> columns.put(column.name(), column));
        for (BatchColumn column : batch.columns()) {
            columns.merge(
                    column.name(), added(column, growth, columns.containsKey(column.name())), SchemaEvolution::joined);
        }
        List<Column> grown = new ArrayList<>(columns.values());
        return grown.equals(schema.columns()) ? schema : schema.next(grown);
    }

    private static Column added(BatchColumn column, Growth growth, boolean known) {
        if (!known && growth == Growth.FIXED) {
            throw PlumblineException.invalid(
                    column.name(), "the dataset has no column " + column.name() + " and takes no new ones");
        }
        if (SystemField.of(column.name()).isPresent()) {
            throw PlumblineException.invalid(column.name(), "the name " + column.name() + " is reserved");
        }
        return Column.of(column.name(), column.type(), ColumnRole.METADATA);
    }

    private static Column joined(Column kept, Column came) {
        if (kept.type() == came.type() || kept.type().widens(came.type())) {
            return kept;
        }
        if (came.type().widens(kept.type())) {
            return kept.as(came.type());
        }
        throw PlumblineException.invalid(
                kept.name(),
                "the column " + kept.name() + " is of type " + kept.type().label() + " and takes no "
                        + came.type().label());
    }

    /** The batch with its columns as the types of the schema. */
    public static RecordBatch conform(RecordBatch batch, Schema schema) {
        List<BatchColumn> columns = batch.columns().stream()
                .map(column -> conform(
                        column, schema.column(column.name()).orElseThrow().type()))
                .toList();
        return new RecordBatch(batch.ids(), batch.eventTimes(), batch.transactions(), columns);
    }

    private static BatchColumn conform(BatchColumn column, ValueType type) {
        if (column instanceof BatchColumn.Integers(String name, long[] values, var missing)
                && type == ValueType.NUMBER) {
            double[] numbers = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                numbers[i] = values[i];
            }
            return new BatchColumn.Numbers(name, numbers, missing);
        }
        return column;
    }
}
