package io.plumbline.domain.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of one record after it came in.
 *
 * @param recordId of the record
 * @param part what of it is changed
 * @param field the column or the annotation
 * @param value the JSON text of the new value; empty takes the value away
 * @param at when the change was made
 */
public record RecordChange(String recordId, Part part, String field, Optional<String> value, Instant at) {
    /** What of a record is changed. */
    public enum Part {
        VALUE,
        ANNOTATION
    }
}
