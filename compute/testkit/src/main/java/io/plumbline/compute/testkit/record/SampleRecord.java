package io.plumbline.compute.testkit.record;

import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record described in full.
 *
 * @param id of it
 * @param time when, in microseconds
 * @param transaction empty for none
 * @param values by column; as {@link io.plumbline.domain.record.StoredRecord#values()} has them, but instants as microseconds
 */
public record SampleRecord(String id, long time, String transaction, Map<String, @Nullable Object> values) {
    /** Without a transaction. */
    public static SampleRecord of(String id, long time, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new SampleRecord(id, time, "", Collections.unmodifiableMap(values));
    }

    /** The same in a transaction. */
    public SampleRecord in(String newTransaction) {
        return new SampleRecord(id, time, newTransaction, values);
    }

    /** Records as a batch with these columns. */
    public static RecordBatch batch(List<Column> columns, List<SampleRecord> records) {
        String[] transactions = records.stream().map(SampleRecord::transaction).toArray(String[]::new);
        boolean none = Arrays.stream(transactions).allMatch(String::isEmpty);
        return new RecordBatch(
                records.stream().map(SampleRecord::id).toArray(String[]::new),
                records.stream().mapToLong(SampleRecord::time).toArray(),
                none ? Optional.empty() : Optional.of(transactions),
                columns.stream().map(column -> column(column, records)).toList());
    }

    private static BatchColumn column(Column column, List<SampleRecord> records) {
        BitSet missing = new BitSet();
        Object[] values = new Object[records.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = records.get(i).values().get(column.name());
            missing.set(i, value == null);
            values[i] = value == null ? nothing(column.type()) : value;
        }
        String name = column.name();
        return switch (column.type()) {
            case NUMBER ->
                new BatchColumn.Numbers(
                        name,
                        Arrays.stream(values)
                                .mapToDouble(value -> (double) value)
                                .toArray(),
                        missing);
            case INTEGER -> new BatchColumn.Integers(name, longs(values), missing);
            case TIMESTAMP -> new BatchColumn.Timestamps(name, longs(values), missing);
            case BOOLEAN -> new BatchColumn.Booleans(name, booleans(values), missing);
            case TEXT, JSON ->
                new BatchColumn.Texts(
                        name, column.type(), Arrays.copyOf(values, values.length, String[].class), missing);
            case VECTOR ->
                new BatchColumn.Vectors(name, Arrays.copyOf(values, values.length, double[][].class), missing);
            case BINARY ->
                new BatchColumn.Binaries(name, Arrays.copyOf(values, values.length, byte[][].class), missing);
        };
    }

    private static Object nothing(ValueType type) {
        return switch (type) {
            case NUMBER -> 0.0;
            case INTEGER, TIMESTAMP -> 0L;
            case BOOLEAN -> false;
            case TEXT, JSON -> "";
            case VECTOR -> new double[0];
            case BINARY -> new byte[0];
        };
    }

    private static long[] longs(Object[] values) {
        return Arrays.stream(values).mapToLong(value -> (long) value).toArray();
    }

    private static boolean[] booleans(Object[] values) {
        boolean[] booleans = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            booleans[i] = (boolean) values[i];
        }
        return booleans;
    }
}
