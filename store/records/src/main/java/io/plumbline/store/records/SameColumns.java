package io.plumbline.store.records;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.SchemaEvolution;
import io.plumbline.measures.table.ColumnRole;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings batches that came in at different times of a schema to the same columns: the widest type of each, and missing values where a batch had none. */
final class SameColumns {
    private final Schema schema;

    private SameColumns(Schema schema) {
        this.schema = schema;
    }

    static SameColumns of(List<RecordBatch> batches) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (RecordBatch batch : batches) {
            batch.columns().forEach(column -> types.merge(column.name(), column.type(), SameColumns::wider));
        }
        List<Column> columns = types.entrySet().stream()
                .map(type -> Column.of(type.getKey(), type.getValue(), ColumnRole.METADATA))
                .toList();
        return new SameColumns(new Schema(1, columns));
    }

    private static ValueType wider(ValueType one, ValueType other) {
        if (one == other || one.widens(other)) {
            return one;
        }
        if (other.widens(one)) {
            return other;
        }
        throw new IllegalStateException("a column waits both as " + one.label() + " and as " + other.label());
    }

    Schema schema() {
        return schema;
    }

    RecordBatch conform(RecordBatch batch) {
        RecordBatch wide = SchemaEvolution.conform(batch, schema);
        Map<String, BatchColumn> byName = new LinkedHashMap<>();
        wide.columns().forEach(column -> byName.put(column.name(), column));
        List<BatchColumn> columns = schema.columns().stream()
                .map(column -> byName.computeIfAbsent(column.name(), name -> missing(column, batch.rows())))
                .toList();
        return new RecordBatch(batch.ids(), batch.eventTimes(), batch.transactions(), columns);
    }

    /** A column without any value. */
    static BatchColumn missing(Column column, int rows) {
        String name = column.name();
        BitSet missing = new BitSet(rows);
        missing.set(0, rows);
        return switch (column.type()) {
            case NUMBER -> new BatchColumn.Numbers(name, new double[rows], missing);
            case INTEGER -> new BatchColumn.Integers(name, new long[rows], missing);
            case TIMESTAMP -> new BatchColumn.Timestamps(name, new long[rows], missing);
            case BOOLEAN -> new BatchColumn.Booleans(name, new boolean[rows], missing);
            case TEXT, JSON -> new BatchColumn.Texts(name, column.type(), filled(new String[rows], ""), missing);
            case VECTOR -> new BatchColumn.Vectors(name, filled(new double[rows][], new double[0]), missing);
            case BINARY -> new BatchColumn.Binaries(name, filled(new byte[rows][], new byte[0]), missing);
        };
    }

    private static <T> T[] filled(T[] values, T value) {
        Arrays.fill(values, value);
        return values;
    }
}
