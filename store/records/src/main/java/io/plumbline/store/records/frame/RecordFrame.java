package io.plumbline.store.records.frame;

import io.plumbline.domain.Id;
import io.plumbline.domain.record.BatchReceipt;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.RecordChange;
import java.util.List;

/** One thing that happened to the records of a dataset. */
public sealed interface RecordFrame {
    /** Whose records. */
    Id dataset();

    /** Something that came in under a batch id and is kept once for it. */
    sealed interface Kept extends RecordFrame {
        /** The batch id, how many records or changes, and when. */
        BatchReceipt receipt();
    }

    /** Records came in. */
    record Batch(Id dataset, BatchReceipt receipt, RecordBatch batch) implements Kept {}

    /** Records were changed. */
    record Changes(Id dataset, BatchReceipt receipt, List<RecordChange> changes) implements Kept {
        /** Keeps an unmodifiable copy. */
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** All records of the dataset were dropped, with everything that came before. */
    record Dropped(Id dataset) implements RecordFrame {}
}
