package io.plumbline.domain.monitor;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.Model.Task;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
 * @param appliesTo which models it makes sense for
 * @param schedule of its monitors, unless they say otherwise
 */
public record MonitorDefinition(
        String id,
        String name,
        String description,
        List<Metric> metrics,
        List<Tag> tags,
        Applicability appliesTo,
        Optional<Schedule> schedule) {
    /** Keeps unmodifiable copies, and checks that ids are distinct. */
    public MonitorDefinition {
        metrics = List.copyOf(metrics);
        tags = List.copyOf(tags);
        Set<String> ids = new HashSet<>();
        metrics.forEach(metric -> requireNew(ids, metric.id()));
        tags.forEach(tag -> requireNew(ids, tag.id()));
    }

    /** One for every model, without a schedule. */
    public MonitorDefinition(String id, String name, String description, List<Metric> metrics, List<Tag> tags) {
        this(id, name, description, metrics, tags, Applicability.ALL, Optional.empty());
    }

    private static void requireNew(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw PlumblineException.invalid("metrics", "the id " + id + " is taken by two metrics or tags");
        }
    }

    /** The metric with this id. */
    public Optional<Metric> metric(String metric) {
        return metrics.stream().filter(each -> each.id().equals(metric)).findFirst();
    }

    /** Whether there is a tag with this id. */
    public boolean hasTag(String tag) {
        return tags.stream().anyMatch(each -> each.id().equals(tag));
    }

    /** The limits that a monitor has where it names none: those of metrics that suit the task; of an unknown task all. */
    public List<Threshold> defaultThresholds(Task task) {
        return metrics.stream()
                .filter(metric -> task == Task.UNKNOWN || metric.tasks().contains(task))
                .flatMap(metric -> metric.limits().stream()
                        .filter(limit ->
                                limit.value().isPresent() || !limit.specific().isEmpty())
                        .map(limit -> limit.of(metric.id())))
                .toList();
    }

    /**
     * Which models a monitor makes sense for. An empty set stands for all.
     *
     * @param tasks of the models
     * @param inputs kinds of input, in the words of who made the definition, such as {@code structured}
     * @param targets kinds of what is watched, such as {@code subscription}
     */
    public record Applicability(Set<Task> tasks, Set<String> inputs, Set<String> targets) {
        /** Every model. */
        public static final Applicability ALL = new Applicability(Set.of(), Set.of(), Set.of());

        /** Keeps unmodifiable copies. */
        public Applicability {
            tasks = Set.copyOf(tasks);
            inputs = Set.copyOf(inputs);
            targets = Set.copyOf(targets);
        }

        /** Whether it makes sense for a task; whether it does for an unknown one cannot be said, so it does. */
        public boolean fits(Task task) {
            return task == Task.UNKNOWN || tasks.isEmpty() || tasks.contains(task);
        }
    }

    /**
     * A number that a monitor gives.
     *
     * @param id by which clients name it
     * @param name for people
     * @param direction which way is better
     * @param limits within which it is fine, unless a monitor says otherwise
     * @param tasks of the models it makes sense for
     * @param presence whether each measurement has it
     */
    public record Metric(
            String id, String name, Direction direction, List<Limit> limits, Set<Task> tasks, Presence presence) {
        /** Keeps unmodifiable copies. */
        public Metric {
            limits = List.copyOf(limits);
            tasks = Collections.unmodifiableSet(EnumSet.copyOf(tasks));
        }

        /** One that a measurement may lack. */
        public Metric(String id, String name, Direction direction, List<Limit> limits, Set<Task> tasks) {
            this(id, name, direction, limits, tasks, Presence.OPTIONAL);
        }
    }

    /**
     * What tells measurements of one metric apart.
     *
     * @param id by which clients name it
     * @param name for people
     * @param description what its values are
     * @param presence whether each value of a measurement has it
     */
    public record Tag(String id, String name, String description, Presence presence) {
        /** One that values may lack. */
        public Tag(String id, String name, String description) {
            this(id, name, description, Presence.OPTIONAL);
        }
    }

    /** Whether something must be there. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /**
     * A limit of a metric.
     *
     * @param side on which it lies
     * @param value where nothing else is said; empty for none
     * @param specific limits of measurements with certain tags
     */
    public record Limit(Side side, OptionalDouble value, List<Threshold.Specific> specific) {
        /** Keeps an unmodifiable copy. */
        public Limit {
            specific = List.copyOf(specific);
        }

        /** Whatever the tags. */
        public Limit(Side side, OptionalDouble value) {
            this(side, value, List.of());
        }

        Threshold of(String metric) {
            return new Threshold(metric, side, value, specific);
        }

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
