package io.plumbline.dialects.openscale.measurements;

import io.plumbline.dialects.openscale.records.FilterParser;
import io.plumbline.dialects.openscale.records.FilterSyntax;
import io.plumbline.dialects.openscale.records.FilterTerm;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.measurement.TagCondition;
import io.plumbline.domain.measurement.TagCondition.Test;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters of measurements by their tags. */
final class TagFilters {
    private TagFilters() {}

    /**
     * The conditions of a filter, where there is one.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}
     */
    static List<TagCondition> of(@Nullable String filter) {
        return terms(filter).stream().map(term -> condition(term, term.field())).toList();
    }

    /**
     * The conditions on measurements of one definition, of a filter whose terms each begin with a definition and a dot.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where one begins with none of them
     */
    static List<TagCondition> of(@Nullable String filter, String definition, List<String> definitions) {
        List<FilterTerm> terms = terms(filter);
        terms.forEach(term -> requireOneOf(definitions, term));
        String prefix = definition + ".";
        return terms.stream()
                .filter(term -> term.field().startsWith(prefix))
                .map(term -> condition(term, term.field().substring(prefix.length())))
                .toList();
    }

    private static void requireOneOf(List<String> definitions, FilterTerm term) {
        if (definitions.stream().noneMatch(definition -> term.field().startsWith(definition + "."))) {
            throw PlumblineException.invalid(
                    "filter",
                    "the filter of " + term.field() + " must begin with one of the definitions that are asked for, "
                            + String.join(", ", definitions) + ", and a dot");
        }
    }

    private static List<FilterTerm> terms(@Nullable String filter) {
        return filter == null ? List.of() : FilterParser.parse(FilterSyntax.METRICS, filter);
    }

    private static TagCondition condition(FilterTerm term, String tag) {
        return switch (term.operator()) {
            case EQUAL, IN -> new TagCondition(tag, Test.IN, term.values());
            case PRESENT -> new TagCondition(tag, Test.PRESENT, List.of());
            case NULL -> new TagCondition(tag, Test.MISSING, List.of());
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, LIKE ->
                throw PlumblineException.invalid("filter", "the filter of " + term.field() + " compares tags");
        };
    }
}
