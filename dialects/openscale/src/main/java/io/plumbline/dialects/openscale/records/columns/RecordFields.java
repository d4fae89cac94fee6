package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.SystemField;
import java.util.Optional;

/**
 * Which columns of a schema stand for the fields that every record has. Such a column is not stored: its values are those fields.
 *
 * @param id holds the records' ids
 * @param time holds their event times
 * @param transaction holds what ties them to records of other data sets
 */
public record RecordFields(Optional<String> id, Optional<String> time, Optional<String> transaction) {
    /** The field that a column of this name stands for. */
    public Optional<SystemField> of(String name) {
        if (is(id, name)) {
            return Optional.of(SystemField.RECORD_ID);
        }
        if (is(time, name)) {
            return Optional.of(SystemField.EVENT_TIME);
        }
        return is(transaction, name) ? Optional.of(SystemField.TRANSACTION) : Optional.empty();
    }

    private static boolean is(Optional<String> column, String name) {
        return column.isPresent() && column.get().equals(name);
    }
}
