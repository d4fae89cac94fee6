package io.plumbline.domain.record;

import io.plumbline.domain.Id;
import java.util.List;

/**
 * Which records are meant. Values are texts as the caller wrote them; they are read as the column's type, and one that cannot be is refused
 * by name.
 */
public sealed interface Filter {
    /** All records. */
    Filter ALL = new And(List.of());

    /** Those that fit all of these. */
    record And(List<Filter> filters) implements Filter {
        /** Keeps an unmodifiable copy. */
        public And {
            filters = List.copyOf(filters);
        }
    }

    /** Those whose field compares so with a value. A missing value compares with nothing. */
    record Compare(String field, Comparison comparison, String value) implements Filter {}

    /** Those whose field is one of these values. */
    record In(String field, List<String> values) implements Filter {
        /** Keeps an unmodifiable copy. */
        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * Those whose field's text fits a pattern as a whole, upper and lower case told apart.
     *
     * @param pattern in which {@code %} stands for one or more characters and {@code _} for one
     */
    record Like(String field, String pattern) implements Filter {}

    /** Those whose field has no value. */
    record Missing(String field) implements Filter {}

    /** Those whose field has a value. */
    record Present(String field) implements Filter {}

    /** Those for which the other dataset has a record of the same transaction that fits the filter. */
    record Joined(Id dataset, Filter filter) implements Filter {}

    /** How a field compares with a value. */
    enum Comparison {
        EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL
    }
}
