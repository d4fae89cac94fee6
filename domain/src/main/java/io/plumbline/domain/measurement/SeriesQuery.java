package io.plumbline.domain.measurement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * A question for the metrics of a monitor over time.
 *
 * @param from a moment of the first interval
 * @param until a moment of the last interval
 * @param interval how long intervals are, by the calendar of UTC; weeks begin on Monday
 * @param aggregates what to compute
 * @param conditions that readings meet
 * @param groups tags by whose values readings are told apart
 */
public record SeriesQuery(
        Instant from,
        Instant until,
        ChronoUnit interval,
        List<Aggregate> aggregates,
        List<TagCondition> conditions,
        List<String> groups) {
    private static final long MOST_INTERVALS = 100_000;
    private static final Set<ChronoUnit> INTERVALS = Set.of(
            ChronoUnit.MINUTES,
            ChronoUnit.HOURS,
            ChronoUnit.DAYS,
            ChronoUnit.WEEKS,
            ChronoUnit.MONTHS,
            ChronoUnit.YEARS);

    /** Keeps unmodifiable copies, and checks that the intervals are not too many. */
    public SeriesQuery {
        aggregates = List.copyOf(aggregates);
        conditions = List.copyOf(conditions);
        groups = List.copyOf(groups);
        if (!INTERVALS.contains(interval)) {
            throw io.plumbline.domain.PlumblineException.invalid("interval", "an interval is a minute up to a year");
        }
        if (until.isBefore(from)) {
            throw io.plumbline.domain.PlumblineException.invalid("end", "the end lies before the start");
        }
        if (interval.between(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)) >= MOST_INTERVALS) {
            throw io.plumbline.domain.PlumblineException.invalid(
                    "interval", "there are at most " + MOST_INTERVALS + " intervals; take a longer one");
        }
    }

    /**
     * What to compute of a metric.
     *
     * @param metric the metric's id; empty for all
     * @param function over the values of an interval
     */
    public record Aggregate(java.util.Optional<String> metric, Function function) {}

    /** What can be computed of the values of an interval. */
    public enum Function {
        FIRST,
        LAST,
        MIN,
        MAX,
        SUM,
        COUNT,
        MEAN,
        MEDIAN,
        /** The population standard deviation. */
        STANDARD_DEVIATION
    }

    /** When the first interval begins, then when each next one does, and last when the last one ends. */
    public List<Instant> edges() {
        List<Instant> edges = new java.util.ArrayList<>();
        var edge = Intervals.begin(from.atOffset(ZoneOffset.UTC), interval);
        edges.add(edge.toInstant());
        do {
            edge = edge.plus(1, interval);
            edges.add(edge.toInstant());
        } while (!edge.toInstant().isAfter(until));
        return List.copyOf(edges);
    }
}
