package io.plumbline.domain.record;

import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Optional;

/**
 * Rows that come in together, as columns.
 *
 * @param ids of the records, one a row, distinct
 * @param eventTimes when what each record tells of happened, in microseconds since 1970-01-01T00:00:00Z
 * @param transactions what ties records of several datasets together, one a row, where the sender gave it
 * @param columns all as long as there are ids, with distinct names
 */
public record RecordBatch(String[] ids, long[] eventTimes, Optional<String[]> transactions, List<BatchColumn> columns) {
    /** Checks that all columns are of one length. */
    public RecordBatch {
        columns = List.copyOf(columns);
        int rows = ids.length;
        if (eventTimes.length != rows
                || transactions.map(values -> values.length != rows).orElse(false)) {
            throw new IllegalArgumentException(
                    "a batch of " + rows + " ids needs as many event times and transactions");
        }
        for (BatchColumn column : columns) {
            if (column.rows() != rows) {
                throw PlumblineException.invalid(
                        column.name(),
                        "the column " + column.name() + " has " + column.rows() + " values in " + rows + " rows");
            }
        }
    }

    /** How many records. */
    public int rows() {
        return ids.length;
    }
}
