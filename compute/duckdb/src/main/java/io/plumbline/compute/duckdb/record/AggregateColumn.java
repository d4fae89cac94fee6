package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.GroupQuery.Aggregate;

/**
 * What is told of a group.
 *
 * @param sql the aggregate
 * @param type of what it tells
 */
record AggregateColumn(String sql, ValueType type) {
    /** Numbers whose squares stay finite, also many of them together. */
    private static final String MODERATE = "1e145";

    /** Brings any finite number to where its square stays finite; a power of two, so that no digit is lost. */
    private static final String SCALE = "pow(2.0, 540)";

    static AggregateColumn of(Aggregate aggregate, RecordRelation relation) {
        return switch (aggregate.function()) {
            case COUNT ->
                new AggregateColumn(
                        aggregate
                                .column()
                                .map(name -> "count(" + relation.field(name).alias() + ")")
                                .orElse("count(*)"),
                        ValueType.INTEGER);
            case SUM -> number("sum(", numeric(aggregate, relation));
            case MEAN -> number("avg(", numeric(aggregate, relation));
            case MIN -> extreme("min(", field(aggregate, relation));
            case MAX -> extreme("max(", field(aggregate, relation));
            case STANDARD_DEVIATION -> deviation(numeric(aggregate, relation));
        };
    }

    private static Field field(Aggregate aggregate, RecordRelation relation) {
        String name = aggregate
                .column()
                .orElseThrow(() -> PlumblineException.invalid(
                        aggregate.function().name(), "name the column that is to be aggregated"));
        return relation.field(name).requireOrdered();
    }

    private static Field numeric(Aggregate aggregate, RecordRelation relation) {
        return field(aggregate, relation).requireNumeric();
    }

    private static AggregateColumn number(String function, Field field) {
        return new AggregateColumn("CAST(" + function + field.alias() + ") AS DOUBLE)", ValueType.NUMBER);
    }

    private static AggregateColumn extreme(String function, Field field) {
        return switch (field.type()) {
            case NUMBER, INTEGER -> number(function, field);
            case TIMESTAMP, TEXT, JSON, BOOLEAN, VECTOR, BINARY ->
                new AggregateColumn(SqlType.sent(function + field.alias() + ")", field.type()), field.type());
        };
    }

    /** DuckDB refuses what is not finite, and numbers whose squares are not. */
    private static AggregateColumn deviation(Field field) {
        String x = "CAST(" + field.alias() + " AS DOUBLE)";
        String sql = "CASE WHEN bool_or(NOT isfinite(" + x + ")) THEN CAST('nan' AS DOUBLE) WHEN max(abs(" + x + ")) < "
                + MODERATE + " THEN stddev_samp(" + x + ") FILTER (WHERE abs(" + x + ") < " + MODERATE
                + ") ELSE stddev_samp(" + x + " / " + SCALE + ") FILTER (WHERE isfinite(" + x + ")) * " + SCALE
                + " END";
        return new AggregateColumn(sql, ValueType.NUMBER);
    }
}
