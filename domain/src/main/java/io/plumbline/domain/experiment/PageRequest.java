package io.plumbline.domain.experiment;

import io.plumbline.domain.PlumblineException;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param size how many at most, from 1
 * @param token where the page before ended; empty for the first page, and for pages by offset
 * @param offset how many to pass over
 * @param total whether all are counted
 */
public record PageRequest(int size, Optional<String> token, long offset, Total total) {
    /** Whether all are counted, which takes time. */
    public enum Total {
        COUNTED,
        UNCOUNTED
    }

    /**
     * Checks the numbers.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    public PageRequest {
        if (size < 1 || offset < 0) {
            throw PlumblineException.invalid(
                    "page", "a page has at least one entry and does not begin before the first");
        }
    }

    /** The first so many. */
    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty(), 0, Total.UNCOUNTED);
    }

    /** So many, after the page that gave this token. */
    public static PageRequest after(int size, Optional<String> token) {
        return new PageRequest(size, token, 0, Total.UNCOUNTED);
    }

    /** So many after the first ones, with the count of all. */
    public static PageRequest counted(int size, long offset) {
        return new PageRequest(size, Optional.empty(), offset, Total.COUNTED);
    }
}
