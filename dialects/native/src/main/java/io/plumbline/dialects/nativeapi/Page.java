package io.plumbline.dialects.nativeapi;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items that stand on it
 * @param next the cursor of the page behind it; null on the last one
 */
record Page<T>(List<T> items, @Nullable String next) {
    private static final int USUAL = 100;
    private static final int LARGEST = 1000;

    /**
     * The page that a list begins with.
     *
     * @param found one item more than the page has, where there are more
     * @param cursor of the page that begins behind an item
     */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)))
                : new Page<>(found, null);
    }

    /**
     * How many items a page has.
     *
     * @param asked for; null where nothing was said
     */
    static int limit(@Nullable Integer asked) {
        int limit = asked == null ? USUAL : asked;
        if (limit < 1) {
            throw PlumblineException.invalid("limit", "limit is at least 1, not " + limit);
        }
        return Math.min(limit, LARGEST);
    }

    /** The id behind which a page begins, in a list by id; empty for the first page. */
    static Optional<Id> after(@Nullable String cursor) {
        return Optional.ofNullable(cursor).map(text -> Id.parse(text).orElseThrow(Page::unknownCursor));
    }

    static PlumblineException unknownCursor() {
        return PlumblineException.invalid("cursor", "cursor is none that a page ended with");
    }
}
