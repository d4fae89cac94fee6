package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.record.Timeline.Stretch;
import io.plumbline.domain.Id;
import io.plumbline.domain.record.Filter;
import io.plumbline.domain.record.Filter.Comparison;
import io.plumbline.domain.record.RecordWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Conditions on the records of a relation. */
final class Conditions {
    /** What every record fits. */
    static final String ALL = "true";

    private final RecordRelation relation;
    private final Bindings bindings;
    private final Function<Id, RecordRelation> joinable;

    Conditions(RecordRelation relation, Bindings bindings, Function<Id, RecordRelation> joinable) {
        this.relation = relation;
        this.bindings = bindings;
        this.joinable = joinable;
    }

    /** Those of a time that fit a filter. */
    String of(Optional<Instant> from, Optional<Instant> until, Filter filter) {
        List<String> conditions = new ArrayList<>();
        from.ifPresent(instant -> conditions.add("t >= " + time(instant)));
        until.ifPresent(instant -> conditions.add("t < " + time(instant)));
        conditions.add(of(filter));
        return String.join(" AND ", conditions);
    }

    /** Those of a window. */
    String of(RecordWindow window) {
        return of(window.from(), window.until(), Filter.ALL);
    }

    /** Those of a stretch of time. */
    String within(Stretch stretch) {
        return "t BETWEEN " + time(stretch.first()) + " AND " + time(stretch.last());
    }

    /** Those from a time on, in microseconds. */
    String since(long micros) {
        return "t >= " + time(micros);
    }

    private String time(Instant instant) {
        return time(Instants.micros(instant));
    }

    private String time(long micros) {
        return "make_timestamp(" + bindings.bind(Instants.clamped(micros)) + ")";
    }

    private String of(Filter filter) {
        return switch (filter) {
            case Filter.And(List<Filter> filters) -> all(filters);
            case Filter.Compare(String name, Comparison comparison, String value) -> {
                Field field = relation.field(name).requireOrdered();
                yield field.alias() + operator(comparison) + FieldValue.bound(field, value, bindings);
            }
            case Filter.In(String name, List<String> values) ->
                in(relation.field(name).requireOrdered(), values);
            case Filter.Like(String name, String pattern) ->
                relation.field(name).requireText() + " LIKE " + bindings.bind(pattern.replace("%", "_%"));
            case Filter.Missing(String name) -> relation.field(name).alias() + " IS NULL";
            case Filter.Present(String name) -> relation.field(name).alias() + " IS NOT NULL";
            case Filter.Joined(Id dataset, Filter condition) -> joined(joinable.apply(dataset), condition);
        };
    }

    private String all(List<Filter> filters) {
        return filters.isEmpty() ? ALL : filters.stream().map(this::of).collect(Collectors.joining(" AND "));
    }

    private String in(Field field, List<String> values) {
        String list = values.stream()
                .map(value -> FieldValue.bound(field, value, bindings))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "false" : field.alias() + " IN (" + list + ")";
    }

    private String joined(RecordRelation other, Filter filter) {
        String condition = new Conditions(other, bindings, joinable).of(filter);
        return "x IN (SELECT x FROM " + other.sql() + " AS v WHERE x IS NOT NULL AND " + condition + ")";
    }

    private static String operator(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> " = ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
        };
    }
}
