package io.plumbline.dialects.openscale.records;

import io.plumbline.dialects.openscale.records.columns.RecordFields;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.And;
import io.plumbline.domain.record.Filter.Joined;
import io.plumbline.domain.record.SystemField;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the filters of requests into filters over the core's fields: columns that stand for such are named as these, and joins are told
 * apart.
 */
final class RecordFilters {
    private static final Pattern JOIN =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.(.+)", Pattern.DOTALL);

    private final RecordFields fields;
    private final Function<Id, RecordFields> joinable;

    /**
     * For a data set with these fields.
     *
     * @param joinable the fields of another data set, or fails where there is none
     */
    RecordFilters(RecordFields fields, Function<Id, RecordFields> joinable) {
        this.fields = fields;
        this.joinable = joinable;
    }

    /** The filter of a query for records, which may join another data set once. */
    Filter ofRecords(String text) {
        List<Filter> filters = FilterParser.parse(FilterSyntax.RECORDS, text).stream()
                .map(this::own)
                .toList();
        if (filters.stream().filter(Joined.class::isInstance).count() > 1) {
            throw PlumblineException.invalid("filter", "a filter joins another data set only once");
        }
        return and(filters);
    }

    /** The filter of a distribution. */
    Filter ofDistribution(String text) {
        return and(FilterParser.parse(FilterSyntax.DISTRIBUTIONS, text).stream()
                .map(term -> named(term, fields))
                .toList());
    }

    private static Filter and(List<Filter> filters) {
        return filters.size() == 1 ? filters.getFirst() : new And(filters);
    }

    private Filter own(FilterTerm term) {
        Matcher join = JOIN.matcher(term.field());
        if (!join.matches()) {
            return named(term, fields);
        }
        Id other = Id.of(UUID.fromString(join.group(1)))
                .orElseThrow(() -> PlumblineException.notFound("data set", join.group(1)));
        return new Joined(other, named(term.of(join.group(2)), joinable.apply(other)));
    }

    private static Filter named(FilterTerm term, RecordFields fields) {
        String field = fields.of(term.field()).map(SystemField::label).orElse(term.field());
        return term.of(field).filter();
    }
}
