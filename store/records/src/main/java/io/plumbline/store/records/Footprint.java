package io.plumbline.store.records;

import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.store.records.frame.RecordFrame;

/** About how many bytes something takes in memory while it waits. */
final class Footprint {
    /** An object with an array in it, and the reference to it. */
    private static final long OBJECT = 56;

    private Footprint() {}

    static long of(RecordFrame.Kept frame) {
        return switch (frame) {
            case RecordFrame.Batch batch -> of(batch.batch());
            case RecordFrame.Changes changes ->
                changes.changes().stream()
                        .mapToLong(change -> 3 * OBJECT
                                + change.recordId().length()
                                + change.field().length()
                                + change.value().map(String::length).orElse(0))
                        .sum();
        };
    }

    private static long of(RecordBatch batch) {
        long bytes = OBJECT + texts(batch.ids()) + 8L * batch.rows();
        bytes += batch.transactions().map(Footprint::texts).orElse(0L);
        return bytes + batch.columns().stream().mapToLong(Footprint::of).sum();
    }

    private static long of(BatchColumn column) {
        long bits = OBJECT + column.missing().size() / 8;
        return bits
                + switch (column) {
                    case BatchColumn.Numbers numbers -> 8L * numbers.rows();
                    case BatchColumn.Integers integers -> 8L * integers.rows();
                    case BatchColumn.Timestamps timestamps -> 8L * timestamps.rows();
                    case BatchColumn.Booleans booleans -> booleans.rows();
                    case BatchColumn.Texts texts -> texts(texts.values());
                    case BatchColumn.Vectors vectors -> vectors(vectors.values());
                    case BatchColumn.Binaries binaries -> binaries(binaries.values());
                };
    }

    /** Equal texts are often the same object, but not always: each is counted. */
    private static long texts(String[] values) {
        long bytes = 0;
        for (String value : values) {
            bytes += OBJECT + (value == null ? 0 : value.length());
        }
        return bytes;
    }

    private static long vectors(double[][] values) {
        long bytes = 0;
        for (double[] value : values) {
            bytes += OBJECT + (value == null ? 0 : 8L * value.length);
        }
        return bytes;
    }

    private static long binaries(byte[][] values) {
        long bytes = 0;
        for (byte[] value : values) {
            bytes += OBJECT + (value == null ? 0 : value.length);
        }
        return bytes;
    }
}
