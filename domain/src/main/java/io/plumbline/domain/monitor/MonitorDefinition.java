package io.plumbline.domain.monitor;

import io.plumbline.domain.model.Model.Task;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A kind of monitor: what it measures, and what tells its measurements apart.
 *
 * @param id by which clients name it
 * @param name for people
 * @param description what it watches
 * @param metrics what it measures, with distinct ids
 * @param tags what tells measurements of one metric apart, such as a feature
 */
public record MonitorDefinition(String id, String name, String description, List<Metric> metrics, List<Tag> tags) {
    /** Keeps unmodifiable copies. */
    public MonitorDefinition {
        metrics = List.copyOf(metrics);
        tags = List.copyOf(tags);
    }

    /**
     * A number that a monitor gives.
     *
     * @param id by which clients name it
     * @param name for people
     * @param direction which way is better
     * @param limits within which it is fine, unless a monitor says otherwise
     * @param tasks of the models it makes sense for
     */
    public record Metric(String id, String name, Direction direction, List<Limit> limits, Set<Task> tasks) {
        /** Keeps unmodifiable copies. */
        public Metric {
            limits = List.copyOf(limits);
            tasks = Collections.unmodifiableSet(EnumSet.copyOf(tasks));
        }
    }

    /**
     * What tells measurements of one metric apart.
     *
     * @param id by which clients name it
     * @param name for people
     * @param description what its values are
     */
    public record Tag(String id, String name, String description) {}

    /**
     * A limit of a metric.
     *
     * @param side on which it lies
     * @param value where nothing else is said; empty for none
     */
    public record Limit(Side side, OptionalDouble value) {
        /** Fine at or above this value. */
        public static Limit lower(double value) {
            return new Limit(Side.LOWER, OptionalDouble.of(value));
        }

        /** Fine at or below this value. */
        public static Limit upper(double value) {
            return new Limit(Side.UPPER, OptionalDouble.of(value));
        }
    }

    /** On which side a limit lies. */
    public enum Side {
        LOWER,
        UPPER
    }

    /** Which way is better. */
    public enum Direction {
        INCREASING,
        DECREASING,
        UNKNOWN
    }
}
