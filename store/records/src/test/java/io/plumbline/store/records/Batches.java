package io.plumbline.store.records;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.SchemaEvolution;
import io.plumbline.measures.table.ColumnRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes batches and takes them apart. */
final class Batches {
    private Batches() {}

    /** Rows {@code prefix-0}, {@code prefix-1} … a minute apart from a time on, with the column {@code x} counting up. */
    static RecordBatch counting(String prefix, int rows, long fromMicros) {
        String[] ids =
                IntStream.range(0, rows).mapToObj(row -> prefix + "-" + row).toArray(String[]::new);
        long[] times = IntStream.range(0, rows)
                .mapToLong(row -> fromMicros + row * 60_000_000L)
                .toArray();
        double[] values = IntStream.range(0, rows).mapToDouble(row -> row).toArray();
        return new RecordBatch(
                ids, times, Optional.empty(), List.of(new BatchColumn.Numbers("x", values, new BitSet())));
    }

    /** The same with another column in place of its columns. */
    static RecordBatch with(RecordBatch batch, BatchColumn... columns) {
        return new RecordBatch(batch.ids(), batch.eventTimes(), batch.transactions(), List.of(columns));
    }

    /** Some rows of a batch of numbers and texts. */
    static RecordBatch rows(RecordBatch batch, int[] rows) {
        String[] ids = Arrays.stream(rows).mapToObj(row -> batch.ids()[row]).toArray(String[]::new);
        long[] times =
                Arrays.stream(rows).mapToLong(row -> batch.eventTimes()[row]).toArray();
        List<BatchColumn> columns =
                batch.columns().stream().map(column -> rows(column, rows)).toList();
        return new RecordBatch(ids, times, Optional.empty(), columns);
    }

    private static BatchColumn rows(BatchColumn column, int[] rows) {
        BitSet missing = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            missing.set(i, column.missing().get(rows[i]));
        }
        IntStream chosen = Arrays.stream(rows);
        return switch (column) {
            case BatchColumn.Numbers numbers ->
                new BatchColumn.Numbers(
                        column.name(),
                        chosen.mapToDouble(row -> numbers.values()[row]).toArray(),
                        missing);
            case BatchColumn.Texts texts ->
                new BatchColumn.Texts(
                        column.name(),
                        column.type(),
                        chosen.mapToObj(row -> texts.values()[row]).toArray(String[]::new),
                        missing);
            default -> throw new UnsupportedOperationException("not needed here");
        };
    }

    static BatchColumn as(BatchColumn column, ValueType type) {
        RecordBatch batch =
                new RecordBatch(new String[column.rows()], new long[column.rows()], Optional.empty(), List.of(column));
        Schema schema = new Schema(1, List.of(Column.of(column.name(), type, ColumnRole.METADATA)));
        return SchemaEvolution.conform(batch, schema).columns().getFirst();
    }

    static List<@Nullable Object> values(RecordBatch batch, int row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (BatchColumn column : batch.columns()) {
            values.add(column.missing().get(row) ? null : value(column, row));
        }
        return values;
    }

    private static Object value(BatchColumn column, int row) {
        return switch (column) {
            case BatchColumn.Numbers numbers -> numbers.values()[row];
            case BatchColumn.Integers integers -> integers.values()[row];
            case BatchColumn.Timestamps timestamps -> timestamps.micros()[row];
            case BatchColumn.Booleans booleans -> booleans.values()[row];
            case BatchColumn.Texts texts -> texts.values()[row];
            case BatchColumn.Vectors vectors -> vectors.values()[row];
            case BatchColumn.Binaries binaries -> binaries.values()[row];
        };
    }
}
