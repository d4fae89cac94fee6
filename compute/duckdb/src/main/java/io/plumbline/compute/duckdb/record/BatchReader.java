package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.Query;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.UtcHours;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Gathers chunks into batches of at most so many rows, and on demand of one hour each, as far as rows of an hour follow each other. */
final class BatchReader implements Query.ChunkSink {
    private static final Field RECORD_ID = system(SystemColumn.RECORD_ID);
    private static final Field EVENT_TIME = system(SystemColumn.EVENT_TIME);
    private static final Field TRANSACTION = system(SystemColumn.TRANSACTION);

    private final List<Field> fields;
    private final int rows;
    private final Hours hours;
    private final Consumer<RecordBatch> batches;
    private List<ColumnReader> readers;
    private int size;
    /** Of the rows that are gathered. */
    private long hour;

    /** Whether batches have rows of several hours. */
    enum Hours {
        TOGETHER,
        APART
    }

    BatchReader(List<Field> columns, int rows, Consumer<RecordBatch> batches) {
        this(columns, rows, Hours.TOGETHER, batches);
    }

    BatchReader(List<Field> columns, int rows, Hours hours, Consumer<RecordBatch> batches) {
        this.fields = Stream.concat(Stream.of(RECORD_ID, EVENT_TIME, TRANSACTION), columns.stream())
                .toList();
        this.rows = rows;
        this.hours = hours;
        this.batches = batches;
        this.readers = newReaders();
    }

    private static Field system(SystemColumn column) {
        return new Field(column.physical(), column.type(), column.alias());
    }

    private List<ColumnReader> newReaders() {
        return fields.stream().map(ColumnReader::of).toList();
    }

    /** The columns that are read. */
    String columns() {
        return fields.stream().map(Field::sent).collect(Collectors.joining(", "));
    }

    @Override
    public void accept(DuckDBDataChunkReader chunk) {
        int there = (int) chunk.rowCount();
        int taken = 0;
        while (taken < there) {
            int next = together(chunk.vector(1), taken, Math.min(there - taken, rows - size));
            for (int i = 0; i < readers.size(); i++) {
                readers.get(i).read(chunk.vector(i), taken, next);
            }
            taken += next;
            size += next;
            if (size == rows) {
                end();
            }
        }
    }

    /** How many of so many rows from the first one on go into one batch with each other. */
    private int together(DuckDBReadableVector times, int first, int most) {
        if (hours == Hours.TOGETHER) {
            return most;
        }
        long of = UtcHours.of(times.getLong(first));
        if (of != hour) {
            end();
            hour = of;
        }
        int together = 1;
        while (together < most && UtcHours.of(times.getLong(first + together)) == of) {
            together++;
        }
        return together;
    }

    /** Hands over what was gathered. */
    void end() {
        if (size == 0) {
            return;
        }
        List<BatchColumn> columns = readers.stream().map(ColumnReader::column).toList();
        readers = newReaders();
        size = 0;
        batches.accept(batch(columns));
    }

    private static RecordBatch batch(List<BatchColumn> columns) {
        BatchColumn.Texts ids = (BatchColumn.Texts) columns.get(0);
        BatchColumn.Timestamps times = (BatchColumn.Timestamps) columns.get(1);
        BatchColumn.Texts transactions = (BatchColumn.Texts) columns.get(2);
        boolean none = transactions.missing().cardinality() == transactions.rows();
        return new RecordBatch(
                ids.values(),
                times.micros(),
                none ? Optional.empty() : Optional.of(transactions.values()),
                columns.subList(3, columns.size()));
    }
}
