package io.plumbline.domain.monitor;

import io.plumbline.domain.monitor.MonitorDefinition.Side;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A limit of a metric of one monitor, in place of the definition's.
 *
 * @param metric the metric's id
 * @param side on which it lies
 * @param value where nothing more specific is said; empty for none
 * @param specific limits of measurements with certain tags, the first that fits counts
 */
public record Threshold(String metric, Side side, OptionalDouble value, List<Specific> specific) {
    /** The type of conditions on tags. */
    public static final String TAG = "tag";

    /** Keeps an unmodifiable copy. */
    public Threshold {
        specific = List.copyOf(specific);
    }

    /** A limit whatever the tags. */
    public static Threshold of(String metric, Side side, double value) {
        return new Threshold(metric, side, OptionalDouble.of(value), List.of());
    }

    /** The limit of a measurement with these tags; empty for none. */
    public OptionalDouble limit(Map<String, String> tags) {
        for (Specific each : specific) {
            if (each.fits(tags)) {
                return OptionalDouble.of(each.value());
            }
        }
        return value;
    }

    /**
     * A limit of measurements with certain tags.
     *
     * @param value of the limit
     * @param conditions which tags: of each tag that is named, one of its values
     */
    public record Specific(double value, List<Condition> conditions) {
        /** Keeps an unmodifiable copy. */
        public Specific {
            conditions = List.copyOf(conditions);
        }

        boolean fits(Map<String, String> tags) {
            return !conditions.isEmpty() && conditions.stream().allMatch(condition -> fits(condition.key(), tags));
        }

        private boolean fits(String key, Map<String, String> tags) {
            return conditions.stream()
                    .anyMatch(condition -> condition.type().equals(TAG)
                            && condition.key().equals(key)
                            && condition.value().equals(tags.get(key)));
        }
    }

    /**
     * A condition on a tag.
     *
     * @param type {@link #TAG}; one of another type is kept and met by nothing
     * @param key the tag's id
     * @param value the tag's value
     */
    public record Condition(String type, String key, String value) {}
}
