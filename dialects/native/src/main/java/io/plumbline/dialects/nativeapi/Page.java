package io.plumbline.dialects.nativeapi;

import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
     * A page of resources in the order of their ids.
     *
     * @param all of which it is a part
     * @param asked how many items were asked for; null where nothing was said
     * @param cursor that the page before ended with; null for the first page
     */
    static <T extends Resource<T>> Page<T> byId(Stream<T> all, @Nullable Integer asked, @Nullable String cursor) {
        int limit = limit(asked);
        Optional<Id> after = after(cursor);
        List<T> found = all.filter(each -> after.isEmpty() || each.id().compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(Resource::id))
                .limit(limit + 1L)
                .toList();
        return of(found, limit, last -> last.id().toString());
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
