package io.plumbline.domain.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a list.
 *
 * @param items in their order
 * @param next the token of the page after; empty on the last page
 * @param total of all, where it was asked for
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next, OptionalLong total) {
    /** Keeps an unmodifiable copy. */
    public Page {
        items = List.copyOf(items);
    }

    /** Nothing, and nothing in all. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty(), OptionalLong.of(0));
    }
}
