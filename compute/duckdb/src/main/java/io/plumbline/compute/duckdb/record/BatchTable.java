package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Sql;
import io.plumbline.compute.duckdb.record.MemoryTable.Segment;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.SystemField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Batches as rows in memory: the system columns but the annotations, then the columns of the schema. */
final class BatchTable {
    private static final List<SystemColumn> SYSTEM = List.of(
            SystemColumn.RECORD_ID,
            SystemColumn.EVENT_TIME,
            SystemColumn.RECEIVED_AT,
            SystemColumn.TRANSACTION,
            SystemColumn.SEQUENCE);

    private final Schema schema;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private long sequence;

    BatchTable(Schema schema, List<Received> batches) {
        this.schema = schema;
        schema.columns().forEach(column -> columns.put(column.name(), column));
        batches.forEach(this::add);
    }

    private void add(Received received) {
        RecordBatch batch = received.batch();
        int rows = batch.rows();
        if (rows == 0) {
            return;
        }
        requireStorable(batch.eventTimes());
        List<Optional<BatchColumn>> values = new ArrayList<>();
        values.add(Optional.of(new BatchColumn.Texts("", ValueType.TEXT, batch.ids(), new BitSet())));
        values.add(Optional.of(new BatchColumn.Timestamps("", batch.eventTimes(), new BitSet())));
        long[] receivedAt = new long[rows];
        Arrays.fill(receivedAt, Instants.micros(received.receivedAt()));
        values.add(Optional.of(new BatchColumn.Timestamps("", receivedAt, new BitSet())));
        values.add(batch.transactions().map(BatchTable::transactions));
        long first = sequence;
        sequence += rows;
        values.add(Optional.of(
                new BatchColumn.Integers("", LongStream.range(first, sequence).toArray(), new BitSet())));
        Map<String, BatchColumn> given = given(batch);
        schema.columns().forEach(column -> values.add(Optional.ofNullable(given.get(column.name()))));
        segments.add(new Segment(rows, values));
    }

    private static void requireStorable(long[] times) {
        for (long time : times) {
            if (!Instants.isStorable(time)) {
                throw PlumblineException.invalid(
                        SystemField.EVENT_TIME.label(), "the event time " + time + " is too far away");
            }
        }
    }

    /** A record without a transaction has an empty one. */
    private static BatchColumn transactions(String[] values) {
        BitSet missing = new BitSet();
        for (int i = 0; i < values.length; i++) {
            missing.set(i, values[i].isEmpty());
        }
        return new BatchColumn.Texts("", ValueType.TEXT, values, missing);
    }

    private Map<String, BatchColumn> given(RecordBatch batch) {
        Map<String, BatchColumn> given = new HashMap<>();
        for (BatchColumn column : batch.columns()) {
            requireFitting(column);
            given.put(column.name(), column);
        }
        return given;
    }

    private void requireFitting(BatchColumn column) {
        Column known = columns.get(column.name());
        if (known == null || (known.type() != column.type() && !known.type().widens(column.type()))) {
            throw PlumblineException.invalid(
                    column.name(),
                    "the schema has no column " + column.name() + " of type "
                            + column.type().label());
        }
        if (column instanceof BatchColumn.Timestamps timestamps) {
            requireStorable(timestamps);
        }
    }

    private static void requireStorable(BatchColumn.Timestamps column) {
        for (int i = 0; i < column.rows(); i++) {
            if (!column.missing().get(i) && !Instants.isStorable(column.micros()[i])) {
                throw PlumblineException.invalid(
                        column.name(), "the time " + column.micros()[i] + " of " + column.name() + " is too far away");
            }
        }
    }

    MemoryTable rows() {
        List<ValueType> types = new ArrayList<>();
        SYSTEM.forEach(column -> types.add(column.type()));
        schema.columns().forEach(column -> types.add(column.type()));
        return new MemoryTable(types, segments);
    }

    /** What is written of these rows. */
    static String select(MemoryTable rows, Schema schema) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < SYSTEM.size(); i++) {
            values.add(rows.stored(i) + " AS " + Sql.identifier(SYSTEM.get(i).physical()));
        }
        values.add("CAST(NULL AS " + SystemColumn.ANNOTATIONS.sqlType() + ") AS "
                + Sql.identifier(SystemColumn.ANNOTATIONS.physical()));
        ColumnNames names = new ColumnNames();
        for (int i = 0; i < schema.columns().size(); i++) {
            String name = names.physical(schema.columns().get(i).name());
            values.add(rows.stored(SYSTEM.size() + i) + " AS " + Sql.identifier(name));
        }
        return "SELECT " + String.join(", ", values);
    }

    /** By event time, and then as they came in. Rows mostly come in that order, and sorting them takes as long as writing them. */
    String order() {
        segments.sort(Comparator.comparingLong(segment -> times(segment)[0]));
        return isInOrder() ? "" : " ORDER BY " + MemoryTable.alias(1) + ", " + MemoryTable.alias(4);
    }

    private boolean isInOrder() {
        long lastTime = Long.MIN_VALUE;
        long lastSequence = -1;
        for (Segment segment : segments) {
            long firstSequence = sequences(segment)[0];
            for (long time : times(segment)) {
                if (time < lastTime || (time == lastTime && firstSequence < lastSequence)) {
                    return false;
                }
                lastTime = time;
                lastSequence = firstSequence;
            }
        }
        return true;
    }

    private static long[] times(Segment segment) {
        return ((BatchColumn.Timestamps) segment.columns().get(1).orElseThrow()).micros();
    }

    private static long[] sequences(Segment segment) {
        return ((BatchColumn.Integers) segment.columns().get(4).orElseThrow()).values();
    }
}
