package io.plumbline.store.records;

import io.plumbline.domain.Id;
import io.plumbline.domain.model.Column;
import io.plumbline.domain.model.Schema;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.ProfileCell;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.profile.ProfileBuilder;
import io.plumbline.measures.profile.ProfileSpec;
import io.plumbline.measures.profile.Sketches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Profiles one value after the other, without sketches. */
final class FakeProfiler implements CellProfiler {
    private static final long HOUR = 3_600_000_000L;

    private final AtomicInteger failures = new AtomicInteger();

    /** The next profiles cannot be taken. */
    void failNext() {
        failures.incrementAndGet();
    }

    @Override
    public List<ProfileCell> profile(Id dataset, Schema schema, Iterable<RecordBatch> batches) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("no profiles today");
        }
        List<ProfileCell> cells = new ArrayList<>();
        for (Column column : schema.columns()) {
            column.type()
                    .measured()
                    .ifPresent(type -> profile(column.name(), type, batches)
                            .forEach((hour, builder) -> cells.add(new ProfileCell(
                                    column.name(), Instant.ofEpochSecond(hour * 3600), builder.build()))));
        }
        return cells;
    }

    private static Map<Long, ProfileBuilder> profile(String name, ColumnType type, Iterable<RecordBatch> batches) {
        Map<Long, ProfileBuilder> hours = new TreeMap<>();
        for (RecordBatch batch : batches) {
            BatchColumn column = batch.columns().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            for (int row = 0; row < batch.rows(); row++) {
                hours.computeIfAbsent(
                                Math.floorDiv(batch.eventTimes()[row], HOUR),
                                hour -> new ProfileBuilder(ProfileSpec.of(type), Sketches.NONE))
                        .add(chunk(column, row));
            }
        }
        return hours;
    }

    private static ColumnChunk chunk(BatchColumn column, int row) {
        int size = column.missing().get(row) ? 0 : 1;
        return switch (column) {
            case BatchColumn.Numbers numbers ->
                new ColumnChunk.Numbers(new double[] {numbers.values()[row]}, size, 1 - size, 0);
            case BatchColumn.Integers integers ->
                new ColumnChunk.Integers(new long[] {integers.values()[row]}, size, 1 - size, 0);
            case BatchColumn.Texts texts ->
                new ColumnChunk.Texts(new String[] {texts.values()[row]}, new long[] {1}, size, 1 - size, 0);
            default -> throw new UnsupportedOperationException("not needed here");
        };
    }
}
