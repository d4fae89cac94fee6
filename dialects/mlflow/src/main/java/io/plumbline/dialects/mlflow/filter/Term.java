package io.plumbline.dialects.mlflow.filter;

import io.plumbline.domain.experiment.Operator;
import java.util.List;

/**
 * A comparison of a filter.
 *
 * @param entity what stands before the point, in lower case; empty where there is none
 * @param key the field
 * @param operator how it is compared
 * @param values with what
 * @param position of the first character in the filter, from 1
 */
public record Term(String entity, String key, Operator operator, List<Value> values, int position) {
    /** Keeps an unmodifiable copy. */
    public Term {
        values = List.copyOf(values);
    }

    /** What is compared with. */
    public sealed interface Value {
        /** A text between quotation marks. */
        record Text(String text) implements Value {}

        /** A number. */
        record Numeric(double number) implements Value {}
    }
}
