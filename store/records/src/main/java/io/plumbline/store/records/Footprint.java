package io.plumbline.store.records;

import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.store.records.frame.RecordFrame;
import org.jspecify.annotations.Nullable;

/** About how many bytes something takes in memory while it waits. */
final class Footprint {
    /** An object with an array in it, and the reference to it. */
    private static final long OBJECT = 56;

    private static final long REFERENCE = 4;
    /** A power of two: the last text of each place is remembered. */
    private static final int SEEN = 256;

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

    /** Readers make equal texts the same object where they can, and an object that was just seen takes nothing more. */
    @SuppressWarnings("ReferenceEquality") // it is the object that takes memory
    private static long texts(String[] values) {
        @Nullable String[] seen = new @Nullable String[SEEN];
        long bytes = REFERENCE * values.length;
        for (String value : values) {
            if (value != null) {
                int place = value.hashCode() & (SEEN - 1);
                bytes += seen[place] == value ? 0 : OBJECT + value.length();
                seen[place] = value;
            }
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
