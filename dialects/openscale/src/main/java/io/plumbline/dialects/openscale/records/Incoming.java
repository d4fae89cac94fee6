package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.record.RecordBatch;
import java.util.List;

/**
 * Records that were read.
 *
 * @param batchId under which they are kept once
 * @param batch of all good rows
 * @param skipped what was left out
 */
public record Incoming(String batchId, RecordBatch batch, Skipped skipped) {
    /**
     * Bad rows that were passed over.
     *
     * @param rows how many
     * @param reasons of the first few
     */
    public record Skipped(long rows, List<String> reasons) {
        /** Nothing. */
        public static final Skipped NONE = new Skipped(0, List.of());

        /** Keeps an unmodifiable copy. */
        public Skipped {
            reasons = List.copyOf(reasons);
        }
    }
}
