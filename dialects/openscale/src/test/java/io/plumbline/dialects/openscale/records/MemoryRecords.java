package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.GroupQuery;
import io.plumbline.domain.record.GroupTable;
import io.plumbline.domain.record.IncomingFile;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import io.plumbline.domain.record.RecordPage;
import io.plumbline.domain.record.RecordQuery;
import io.plumbline.domain.record.RecordStore;
import io.plumbline.domain.record.RecordWindow;
import io.plumbline.domain.record.StoredRecord;
import io.plumbline.measures.profile.SketchKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps records in memory, as they came; of questions it answers those for all and those by id, and notes the others. */
public final class MemoryRecords implements RecordStore {
    final List<RecordChange> changes = new ArrayList<>();
    final List<RecordQuery> asked = new ArrayList<>();
    final List<GroupQuery> grouped = new ArrayList<>();
    GroupTable groups = new GroupTable(List.of(), 0, GroupTable.Limited.ALL);
    private final Map<Batch, BatchReceipt> receipts = new HashMap<>();
    private final Map<Id, Map<String, Row>> rows = new HashMap<>();

    private record Batch(Id dataset, String id) {}

    private record Row(
            Instant time,
            Optional<String> transaction,
            Map<String, @Nullable Object> values,
            SortedMap<String, String> annotations) {}

    @Override
    public BatchReceipt append(Id dataset, String batchId, RecordBatch batch) {
        Batch key = new Batch(dataset, batchId);
        for (int row = 0; row < batch.rows() && !receipts.containsKey(key); row++) {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (BatchColumn column : batch.columns()) {
                values.put(column.name(), value(column, row));
            }
            int place = row;
            rowsOf(dataset)
                    .put(
                            batch.ids()[row],
                            new Row(
                                    Instant.EPOCH.plus(batch.eventTimes()[row], ChronoUnit.MICROS),
                                    batch.transactions().map(all -> all[place]),
                                    values,
                                    new TreeMap<>()));
        }
        return receipts.computeIfAbsent(key, absent -> new BatchReceipt(batchId, batch.rows(), Samples.NOW));
    }

    private Map<String, Row> rowsOf(Id dataset) {
        return rows.computeIfAbsent(dataset, absent -> new LinkedHashMap<>());
    }

    private static @Nullable Object value(BatchColumn column, int row) {
        if (column.missing().get(row)) {
            return null;
        }
        return switch (column) {
            case BatchColumn.Numbers numbers -> numbers.values()[row];
            case BatchColumn.Integers integers -> integers.values()[row];
            case BatchColumn.Timestamps times -> Instant.EPOCH.plus(times.micros()[row], ChronoUnit.MICROS);
            case BatchColumn.Booleans truths -> truths.values()[row];
            case BatchColumn.Texts texts -> texts.values()[row];
            case BatchColumn.Vectors vectors -> vectors.values()[row];
            case BatchColumn.Binaries binaries -> binaries.values()[row];
        };
    }

    @Override
    public BatchReceipt appendFile(
            Dataset dataset, String batchId, IncomingFile file, Consumer<Map<String, ValueType>> columns) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BatchReceipt> batch(Id dataset, String batchId) {
        return Optional.ofNullable(receipts.get(new Batch(dataset, batchId)));
    }

    @Override
    public BatchReceipt change(Id dataset, String batchId, List<RecordChange> changed) {
        changes.addAll(changed);
        for (RecordChange change : changed) {
            if (change.part() == RecordChange.Part.ANNOTATION) {
                Objects.requireNonNull(rowsOf(dataset).get(change.recordId()))
                        .annotations()
                        .put(change.field(), change.value().orElse("null"));
            }
        }
        return receipts.computeIfAbsent(
                new Batch(dataset, batchId), absent -> new BatchReceipt(batchId, changed.size(), Samples.NOW));
    }

    @Override
    public void scan(Dataset dataset, RecordWindow window, Consumer<RecordBatch> batches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(
            Dataset dataset, RecordWindow window, Dataset other, List<String> columns, Consumer<RecordBatch> batches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String marker(Id dataset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordPage find(Dataset dataset, RecordQuery query) {
        asked.add(query);
        List<StoredRecord> all =
                find(dataset, List.copyOf(rowsOf(dataset.id()).keySet())).records();
        int from = (int) Math.min(query.offset(), all.size());
        int to = Math.min(from + query.limit(), all.size());
        return new RecordPage(dataset.schema().columns(), all.subList(from, to), OptionalLong.of(all.size()));
    }

    @Override
    public RecordPage find(Dataset dataset, List<String> ids) {
        List<StoredRecord> found = new ArrayList<>();
        for (String id : ids) {
            Optional.ofNullable(rowsOf(dataset.id()).get(id)).ifPresent(row -> found.add(stored(dataset, id, row)));
        }
        return new RecordPage(dataset.schema().columns(), found, OptionalLong.empty());
    }

    private static StoredRecord stored(Dataset dataset, String id, Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : dataset.schema().columns()) {
            values.add(row.values().get(column.name()));
        }
        return new StoredRecord(id, row.time(), Samples.NOW, row.transaction(), values, row.annotations());
    }

    @Override
    public GroupTable group(Dataset dataset, GroupQuery query) {
        grouped.add(query);
        return groups;
    }

    @Override
    public long count(Id dataset) {
        return rowsOf(dataset).size();
    }

    @Override
    public List<ProfileCell> cells(Dataset dataset, Instant from, Instant until, Set<SketchKind> sketches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void recompute(Dataset dataset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void expire(Dataset dataset, Instant before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drop(Id dataset) {
        rows.remove(dataset);
    }
}
