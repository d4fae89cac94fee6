package io.plumbline.domain.measurement;

import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.SeriesQuery.Function;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Metrics over time, with an entry for every interval.
 *
 * @param edges when the first interval begins, then when each next one does, and last when the last one ends
 * @param lines one for each group, metric and function that has any value, in this order
 */
public record Series(List<Instant> edges, List<Line> lines) {
    /** Keeps unmodifiable copies. */
    public Series {
        edges = List.copyOf(edges);
        lines = List.copyOf(lines);
    }

    /**
     * One metric of one group over time.
     *
     * @param tags of the group; a tag that its readings lack is left out
     * @param metric the metric's id
     * @param function what was computed
     * @param points one for each interval
     */
    public record Line(SortedMap<String, String> tags, String metric, Function function, List<Point> points) {
        /** Keeps unmodifiable copies. */
        public Line {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
            points = List.copyOf(points);
        }
    }

    /**
     * What an interval has.
     *
     * @param value what was computed; empty where there is nothing to compute it from
     * @param measurement the one that the value is of, for {@link Function#FIRST}, {@link Function#LAST}, {@link Function#MIN} (of several the
     *     earliest) and {@link Function#MAX} (of several the latest)
     * @param limits that were in force at the last measurement of the interval
     */
    public record Point(OptionalDouble value, Optional<Id> measurement, Limits limits) {
        /** Nothing. */
        public static final Point NONE = new Point(OptionalDouble.empty(), Optional.empty(), Limits.NONE);
    }

    /**
     * Between what a metric is fine.
     *
     * @param lower below which it is not
     * @param upper above which it is not
     */
    public record Limits(OptionalDouble lower, OptionalDouble upper) {
        /** None. */
        public static final Limits NONE = new Limits(OptionalDouble.empty(), OptionalDouble.empty());
    }
}
