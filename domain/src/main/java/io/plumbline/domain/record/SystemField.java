package io.plumbline.domain.record;

import java.util.Optional;

/** Fields that every record has besides its columns. Filters and orders name them by {@link #label()}. */
public enum SystemField {
    RECORD_ID("_record_id"),
    EVENT_TIME("_event_time"),
    RECEIVED_AT("_received_at"),
    TRANSACTION("_transaction_id");

    private final String label;

    SystemField(String label) {
        this.label = label;
    }

    /** The name of the field, which no column may have. */
    public String label() {
        return label;
    }

    /** The field of this name. */
    public static Optional<SystemField> of(String label) {
        for (SystemField field : values()) {
            if (field.label.equals(label)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
