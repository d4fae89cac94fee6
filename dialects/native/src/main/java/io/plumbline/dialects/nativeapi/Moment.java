package io.plumbline.dialects.nativeapi;

import io.plumbline.domain.Id;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a list by time, and by id where times are equal. Its text is the cursor of the page behind it.
 *
 * @param at its time
 * @param id its id
 */
record Moment(Instant at, Id id) {
    private static final String SEPARATOR = "_";

    /**
     * The one that a cursor names; empty for the first page.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it names none
     */
    static Optional<Moment> after(@Nullable String cursor) {
        return Optional.ofNullable(cursor).map(Moment::parse);
    }

    private static Moment parse(String cursor) {
        String[] parts = cursor.split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw Page.unknownCursor();
        }
        try {
            return new Moment(Instant.parse(parts[0]), Id.parse(parts[1]).orElseThrow(Page::unknownCursor));
        } catch (DateTimeException _) {
            throw Page.unknownCursor();
        }
    }

    @Override
    public String toString() {
        return at + SEPARATOR + id;
    }
}
