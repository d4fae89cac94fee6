package io.plumbline.compute.testkit.record;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordChange.Part;
import io.plumbline.domain.record.RecordEngine;
import io.plumbline.domain.record.RecordEngine.Files;
import io.plumbline.domain.record.RecordEngine.Joinable;
import io.plumbline.domain.record.RecordEngine.Received;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordQuery.Counting;
import io.plumbline.domain.record.RecordQuery.Order;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.measures.table.ColumnRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** An engine, a folder, and short ways to write and to ask. */
public abstract class RecordEngineFixture {
    /** When batches come in unless said otherwise. */
    protected static final Instant RECEIVED = Instant.parse("2026-01-02T03:04:05.123456Z");

    /** For questions that join nothing. */
    protected static final Joinable NOTHING = dataset -> {
        throw new IllegalArgumentException("nothing is joined");
    };

    /** Where files are written. */
    @TempDir
    protected Path folder;

    private int files;

    /** The engine under test. */
    protected abstract RecordEngine engine();

    /** A column that is a feature. */
    protected static Column column(String name, ValueType type) {
        return Column.of(name, type, ColumnRole.FEATURE);
    }

    /** The name of a new file. */
    protected final Path path() {
        return folder.resolve("file-" + files++ + ".parquet");
    }

    /** Writes records as one batch into one file. */
    protected final Path write(List<Column> columns, SampleRecord... records) {
        return write(columns, List.of(new Received(RECEIVED, SampleRecord.batch(columns, List.of(records)))));
    }

    /** Writes batches into one file. */
    protected final Path write(List<Column> columns, List<Received> batches) {
        Path path = path();
        engine().write(path, new Schema(1, columns), batches);
        return path;
    }

    /** Writes changes into one file. */
    protected final Path change(RecordChange... changes) {
        Path path = path();
        engine().writeChanges(path, List.of(changes));
        return path;
    }

    /** A change of a value. */
    protected static RecordChange value(String id, String field, @Nullable String json) {
        return new RecordChange(id, Part.VALUE, field, Optional.ofNullable(json), RECEIVED);
    }

    /** A change of an annotation. */
    protected static RecordChange annotation(String id, String field, @Nullable String json) {
        return new RecordChange(id, Part.ANNOTATION, field, Optional.ofNullable(json), RECEIVED);
    }

    /** Files without changes. */
    protected static Files files(List<Column> columns, Path... records) {
        return new Files(columns, List.of(records), List.of());
    }

    /** All records that fit, by event time. */
    protected final List<StoredRecord> find(Files files, Filter filter) {
        return find(files, filter, new Order.By(List.of())).records();
    }

    /** All records that fit, in an order, counted. */
    protected final RecordPage find(Files files, Filter filter, Order order) {
        return engine().find(files, query(filter, order, 0, Integer.MAX_VALUE), NOTHING);
    }

    /** A question for all columns, without bounds in time. */
    protected static RecordQuery query(Filter filter, Order order, long offset, int limit) {
        return new RecordQuery(
                Optional.empty(), Optional.empty(), filter, Optional.empty(), order, offset, limit, Counting.COUNTED);
    }

    /** The ids of the records that fit, by event time. */
    protected final List<String> ids(Files files, Filter filter) {
        return ids(find(files, filter));
    }

    /** Their ids. */
    protected static List<String> ids(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::id).toList();
    }

    /** All records as batches. */
    protected final List<RecordBatch> scan(Files files, int rows) {
        List<RecordBatch> batches = new ArrayList<>();
        engine().scan(files, rows, batches::add);
        return batches;
    }

    /** A question by groups without bounds. */
    protected static GroupQuery groups(
            List<String> groups, List<GroupQuery.Aggregate> aggregates, Optional<Integer> bins) {
        return new GroupQuery(Optional.empty(), Optional.empty(), Filter.ALL, groups, aggregates, bins, Long.MAX_VALUE);
    }

    /** An id of a dataset. */
    protected static Id dataset(int number) {
        return new Id(1, number);
    }
}
