package io.plumbline.domain.measurement;

import io.plumbline.domain.PlumblineException;
import java.time.Instant;

/**
 * A stretch of event time.
 *
 * @param from the earliest moment, included
 * @param until the moment before which; after {@code from}
 */
public record Window(Instant from, Instant until) {
    /** Checks the order. */
    public Window {
        if (!from.isBefore(until)) {
            throw PlumblineException.invalid("window", "a window ends after it begins, not " + from + " to " + until);
        }
    }
}
