package io.plumbline.http;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A field that a record cannot be without is missing or null. */
public final class MissingFieldException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String field;

    private MissingFieldException(String field) {
        super("the field " + field + " is missing");
        this.field = field;
    }

    /** The name of the field on the wire. */
    public String field() {
        return field;
    }

    /** Fails where the value of this field is null. */
    public static void unlessPresent(String field, @Nullable Object value) {
        if (value == null) {
            throw new MissingFieldException(field);
        }
    }
}
