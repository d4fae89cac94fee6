package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.FilterSyntax.Operator;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Compare;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.Filter.In;
import io.plumbline.domain.record.Filter.Like;
import io.plumbline.domain.record.Filter.Missing;
import io.plumbline.domain.record.Filter.Present;
import java.util.List;

/**
 * One term of a filter.
 *
 * @param field as it was written
 * @param operator what is asked of it
 * @param values one, or none, or for {@code in} as many as there are
 */
public record FilterTerm(String field, Operator operator, List<String> values) {
    /** Keeps an unmodifiable copy. */
    public FilterTerm {
        values = List.copyOf(values);
    }

    /** The same of another field. */
    FilterTerm of(String other) {
        return new FilterTerm(other, operator, values);
    }

    /** The term as the core says it. */
    Filter filter() {
        return switch (operator) {
            case EQUAL -> compare(Comparison.EQUAL);
            case GREATER -> compare(Comparison.GREATER);
            case GREATER_OR_EQUAL -> compare(Comparison.GREATER_OR_EQUAL);
            case LESS -> compare(Comparison.LESS);
            case LESS_OR_EQUAL -> compare(Comparison.LESS_OR_EQUAL);
            case LIKE -> new Like(field, values.getFirst());
            case IN -> new In(field, values);
            case NULL -> new Missing(field);
            case PRESENT -> new Present(field);
        };
    }

    private Filter compare(Comparison comparison) {
        return new Compare(field, comparison, values.getFirst());
    }
}
