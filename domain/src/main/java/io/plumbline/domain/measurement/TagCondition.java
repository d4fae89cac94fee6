package io.plumbline.domain.measurement;

import java.util.List;

/**
 * Which readings are meant, by one of their tags.
 *
 * @param tag the tag's id
 * @param test what must hold of its value
 * @param values that {@link Test#IN} takes; otherwise empty
 */
public record TagCondition(String tag, Test test, List<String> values) {
    /** Keeps an unmodifiable copy. */
    public TagCondition {
        values = List.copyOf(values);
    }

    /** What must hold. */
    public enum Test {
        /** It is one of some values. */
        IN,
        /** The reading has the tag. */
        PRESENT,
        /** The reading does not have the tag. */
        MISSING
    }
}
