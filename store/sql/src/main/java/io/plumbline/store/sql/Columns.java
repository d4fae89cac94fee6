package io.plumbline.store.sql;

import io.plumbline.domain.Id;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Values of columns. */
final class Columns {
    private Columns() {}

    /** An id, or null for none. */
    @SuppressWarnings("NullAway") // jOOQ takes a null value in a map, which the type of the map cannot say
    static String nullable(Optional<Id> id) {
        return id.map(Id::toString).orElse(null);
    }

    /** The id that was stored, where there was one. */
    static Optional<Id> id(@Nullable String stored) {
        return Optional.ofNullable(stored).map(Id::of);
    }

    /** The values, whose texts every database takes. */
    static Map<Field<?>, Object> storable(Map<Field<?>, Object> values) {
        for (Object value : values.values()) {
            if (value instanceof String text) {
                Texts.storable(text);
            }
        }
        return values;
    }
}
