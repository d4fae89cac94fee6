package io.plumbline.store.records;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import io.plumbline.domain.record.SystemField;

/** What no engine could put into a file is refused before it is acknowledged. */
final class Storable {
    /** 200,000 years in microseconds: engines differ in how far their times reach beyond. */
    private static final long FARTHEST = 200_000L * 31_556_952L * 1_000_000L;

    private Storable() {}

    static void require(RecordBatch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            require(SystemField.EVENT_TIME.label(), batch.eventTimes()[row], row);
        }
        for (BatchColumn column : batch.columns()) {
            if (column instanceof BatchColumn.Timestamps timestamps) {
                require(timestamps);
            }
        }
    }

    private static void require(BatchColumn.Timestamps column) {
        for (int row = 0; row < column.rows(); row++) {
            if (!column.missing().get(row)) {
                require(column.name(), column.micros()[row], row);
            }
        }
    }

    private static void require(String name, long micros, int row) {
        if (micros < -FARTHEST || micros > FARTHEST) {
            throw PlumblineException.invalid(
                    name, "the time in " + name + " of row " + (row + 1) + " is more than 200 000 years away");
        }
    }
}
