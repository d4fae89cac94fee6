package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Dataset;
import io.plumbline.domain.model.ValueType;
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
import io.plumbline.measures.profile.SketchKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Counts records in memory and notes what it is told; it does not read them. */
final class MemoryRecordStore implements RecordStore {
    private final Map<Id, List<RecordBatch>> batches = new HashMap<>();

    @Override
    public BatchReceipt append(Id dataset, String batchId, RecordBatch batch) {
        batches.computeIfAbsent(dataset, absent -> new ArrayList<>()).add(batch);
        return new BatchReceipt(batchId, batch.rows(), Instant.EPOCH);
    }

    @Override
    public long count(Id dataset) {
        return batches.getOrDefault(dataset, List.of()).stream()
                .mapToLong(RecordBatch::rows)
                .sum();
    }

    @Override
    public void drop(Id dataset) {
        batches.remove(dataset);
    }

    @Override
    public BatchReceipt appendFile(
            Dataset dataset, String batchId, IncomingFile file, Consumer<Map<String, ValueType>> columns) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BatchReceipt> batch(Id dataset, String batchId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BatchReceipt change(Id dataset, String batchId, List<RecordChange> changes) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordPage find(Dataset dataset, List<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public GroupTable group(Dataset dataset, GroupQuery query) {
        throw new UnsupportedOperationException();
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
}
