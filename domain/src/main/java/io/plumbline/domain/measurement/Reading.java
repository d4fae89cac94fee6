package io.plumbline.domain.measurement;

import io.plumbline.domain.Facts;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number of a measurement, or why there is none.
 *
 * @param metric the metric's id
 * @param tags by which it is told from other numbers of the metric
 * @param value the number; empty where it could not be computed
 * @param reason why there is no number; empty where there is one
 * @param least the lower bound of an estimate, the number itself where it is exact
 * @param greatest the upper bound
 * @param provenance where the number comes from
 * @param lowerLimit the limit in force below which it is not fine
 * @param upperLimit the limit in force above which it is not fine
 */
public record Reading(
        String metric,
        SortedMap<String, String> tags,
        OptionalDouble value,
        Optional<String> reason,
        OptionalDouble least,
        OptionalDouble greatest,
        Provenance provenance,
        OptionalDouble lowerLimit,
        OptionalDouble upperLimit) {
    /** Keeps an unmodifiable copy. */
    public Reading {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /**
     * Where a number comes from.
     *
     * @param measure the id of the measure that gave it, such as {@code psi@1}; empty where it came from outside
     * @param parameters what else the number depends on
     * @param referenceCount how many values of the baseline went in
     * @param currentCount how many values of the window went in
     * @param digests of the profiles that it was taken from
     */
    public record Provenance(
            String measure, Facts parameters, long referenceCount, long currentCount, List<String> digests) {
        /** Came from outside. */
        public static final Provenance PUBLISHED = new Provenance("", Facts.NONE, 0, 0, List.of());

        /** Keeps an unmodifiable copy. */
        public Provenance {
            digests = List.copyOf(digests);
        }

        /** A measure over so many values of the window, without a baseline. */
        public static Provenance of(String measure, long count) {
            return new Provenance(measure, Facts.NONE, 0, count, List.of());
        }
    }

    /** An exact number. */
    public static Reading exact(String metric, SortedMap<String, String> tags, double value, Provenance provenance) {
        return estimate(metric, tags, value, value, value, provenance);
    }

    /** A number between two bounds. */
    public static Reading estimate(
            String metric,
            SortedMap<String, String> tags,
            double value,
            double least,
            double greatest,
            Provenance provenance) {
        return new Reading(
                metric,
                tags,
                OptionalDouble.of(value),
                Optional.empty(),
                OptionalDouble.of(least),
                OptionalDouble.of(greatest),
                provenance,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** No number, and why. */
    public static Reading notComputable(
            String metric, SortedMap<String, String> tags, String reason, Provenance provenance) {
        return new Reading(
                metric,
                tags,
                OptionalDouble.empty(),
                Optional.of(reason),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                provenance,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** The same held against these limits. */
    public Reading within(OptionalDouble lower, OptionalDouble upper) {
        return new Reading(metric, tags, value, reason, least, greatest, provenance, lower, upper);
    }

    /** Whether the number is exact rather than an estimate. */
    public boolean isExact() {
        return least.equals(greatest);
    }

    /** Whether the number lies outside of a limit. */
    public boolean isBreach() {
        return isBreach(Side.LOWER) || isBreach(Side.UPPER);
    }

    /** Whether the number lies outside of the limit on this side. */
    public boolean isBreach(Side side) {
        OptionalDouble limit = limit(side);
        if (value.isEmpty() || limit.isEmpty()) {
            return false;
        }
        return side == Side.LOWER
                ? value.getAsDouble() < limit.getAsDouble()
                : value.getAsDouble() > limit.getAsDouble();
    }

    /** The limit in force on this side. */
    public OptionalDouble limit(Side side) {
        return side == Side.LOWER ? lowerLimit : upperLimit;
    }
}
