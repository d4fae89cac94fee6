package io.plumbline.domain.measurement;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question for measurements of one monitor. They come by their time, newest first, then by id.
 *
 * @param from the earliest time that they speak of, included
 * @param until the time before which
 * @param checks of these checks only; empty for all
 * @param conditions that at least one of their readings meets; the others are left out
 * @param evidence whether it comes with them
 * @param after begin behind this one, as the page before ended; empty to begin with the first
 * @param offset how many to pass over
 * @param limit how many at most
 */
public record MeasurementQuery(
        Optional<Instant> from,
        Optional<Instant> until,
        List<Id> checks,
        List<TagCondition> conditions,
        Detail evidence,
        Optional<Position> after,
        long offset,
        int limit) {
    /** Keeps unmodifiable copies. */
    public MeasurementQuery {
        checks = List.copyOf(checks);
        conditions = List.copyOf(conditions);
    }

    /** The newest ones, without their evidence. */
    public static MeasurementQuery newest(int limit) {
        return new MeasurementQuery(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Detail.WITHOUT_EVIDENCE,
                Optional.empty(),
                0,
                limit);
    }

    /** How much comes. */
    public enum Detail {
        WITH_EVIDENCE,
        WITHOUT_EVIDENCE
    }

    /** Where a measurement stands in the order. */
    public record Position(Instant at, Id id) {}
}
