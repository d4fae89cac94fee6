package io.plumbline.domain.check;

import io.plumbline.domain.Id;
import io.plumbline.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question for checks of one monitor. They come newest first.
 *
 * @param states of these states only; empty for all
 * @param after begin behind this one, as the page before ended; empty to begin with the newest
 * @param offset how many to pass over
 * @param limit how many at most
 */
public record CheckQuery(List<Task.State> states, Optional<Position> after, long offset, int limit) {
    /** Keeps an unmodifiable copy. */
    public CheckQuery {
        states = List.copyOf(states);
    }

    /** The newest ones. */
    public static CheckQuery newest(int limit) {
        return new CheckQuery(List.of(), Optional.empty(), 0, limit);
    }

    /** Where a check stands in the order. */
    public record Position(Instant createdAt, Id id) {}
}
