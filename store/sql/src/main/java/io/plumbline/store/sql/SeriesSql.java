package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.MEASURED_TAG;
import static io.plumbline.store.sql.generated.Tables.MEASURED_VALUE;
import static io.plumbline.store.sql.generated.Tables.MEASUREMENT;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.plumbline.domain.Id;
import io.plumbline.domain.measurement.Series;
import io.plumbline.domain.measurement.SeriesQuery;
import io.plumbline.store.sql.generated.tables.MeasuredTag;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;

/**
 * Metrics over time in one statement. Inside, each value is numbered within its interval, metric and group, by time both ways and by size;
 * outside, all functions are taken of these at once.
 */
final class SeriesSql {
    static final Field<Long> INTERVAL = field(name("interval_number"), Long.class);
    static final Field<String> METRIC = field(name("metric"), String.class);
    static final Field<Long> COUNT = field(name("value_count"), Long.class);
    static final Field<Double> MIN = field(name("least_value"), Double.class);
    static final Field<Double> MAX = field(name("greatest_value"), Double.class);
    static final Field<Double> SUM = field(name("value_sum"), Double.class);
    static final Field<Double> MEAN = field(name("value_mean"), Double.class);
    static final Field<Double> MEDIAN = field(name("value_median"), Double.class);
    static final Field<Double> SQUARES = field(name("square_sum"), Double.class);
    static final Field<Double> FIRST = field(name("first_value"), Double.class);
    static final Field<String> FIRST_ID = field(name("first_id"), String.class);
    static final Field<Double> LAST = field(name("last_value"), Double.class);
    static final Field<String> LAST_ID = field(name("last_id"), String.class);
    static final Field<String> MIN_ID = field(name("least_id"), String.class);
    static final Field<String> MAX_ID = field(name("greatest_id"), String.class);
    static final Field<Double> LOWER_LIMIT = field(name("lower_limit"), Double.class);
    static final Field<Double> UPPER_LIMIT = field(name("upper_limit"), Double.class);

    private static final Field<Double> VALUE = field(name("number_value"), Double.class);
    private static final Field<String> ID = field(name("id"), String.class);
    private static final Field<Integer> EARLIER = field(name("earlier"), Integer.class);
    private static final Field<Integer> LATER = field(name("later"), Integer.class);
    private static final Field<Integer> SMALLER = field(name("smaller"), Integer.class);
    private static final Field<Integer> SIZE = field(name("size"), Integer.class);
    private static final Field<Double> CENTRE = field(name("centre"), Double.class);

    private final SeriesQuery query;
    private final List<Instant> edges;
    private final List<MeasuredTag> tags = new ArrayList<>();

    SeriesSql(SeriesQuery query) {
        this.query = query;
        this.edges = query.edges();
        for (int i = 0; i < query.groups().size(); i++) {
            tags.add(MEASURED_TAG.as("tag" + i));
        }
    }

    Series series(DSLContext sql, Id organization, Id monitor) {
        Table<?> values = numbered(sql, organization, monitor).asTable("numbered");
        List<Field<?>> keys = keys();
        List<SelectField<?>> selected = new ArrayList<>(keys);
        selected.addAll(aggregates());
        List<? extends Record> rows =
                sql.select(selected).from(values).groupBy(keys).orderBy(keys).fetch();
        return new SeriesRows(query, edges).series(rows);
    }

    /** The name of a group's tag in the statement. */
    static Field<String> group(int number) {
        return field(name("group" + number), String.class);
    }

    private List<Field<?>> keys() {
        List<Field<?>> keys = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            keys.add(group(i));
        }
        keys.add(METRIC);
        keys.add(INTERVAL);
        return keys;
    }

    private static List<SelectField<?>> aggregates() {
        Field<Double> off = VALUE.minus(CENTRE);
        Field<Integer> twice = SMALLER.mul(2);
        return List.of(
                count().cast(Long.class).as(COUNT),
                min(VALUE).as(MIN),
                max(VALUE).as(MAX),
                sum(VALUE).cast(Double.class).as(SUM),
                avg(VALUE).cast(Double.class).as(MEAN),
                avg(when(twice.between(SIZE, SIZE.plus(2)), VALUE))
                        .cast(Double.class)
                        .as(MEDIAN),
                sum(off.mul(off)).cast(Double.class).as(SQUARES),
                max(when(EARLIER.eq(1), VALUE)).as(FIRST),
                max(when(EARLIER.eq(1), ID)).as(FIRST_ID),
                max(when(LATER.eq(1), VALUE)).as(LAST),
                max(when(LATER.eq(1), ID)).as(LAST_ID),
                max(when(SMALLER.eq(1), ID)).as(MIN_ID),
                max(when(SMALLER.eq(SIZE), ID)).as(MAX_ID),
                max(when(LATER.eq(1), LOWER_LIMIT)).as(LOWER_LIMIT),
                max(when(LATER.eq(1), UPPER_LIMIT)).as(UPPER_LIMIT));
    }

    private Select<?> numbered(DSLContext sql, Id organization, Id monitor) {
        Field<Long> interval = CalendarSql.interval(
                MEASUREMENT.MEASURED_AT, query.interval(), edges.getFirst().atOffset(ZoneOffset.UTC));
        List<Field<?>> cell = new ArrayList<>(List.of(interval, MEASURED_VALUE.METRIC));
        tags.forEach(tag -> cell.add(tag.TAG_VALUE));
        List<SelectField<?>> selected = new ArrayList<>(List.of(
                interval.as(INTERVAL),
                MEASURED_VALUE.METRIC.as(METRIC),
                MEASURED_VALUE.NUMBER_VALUE,
                MEASURED_VALUE.LOWER_LIMIT,
                MEASURED_VALUE.UPPER_LIMIT,
                MEASUREMENT.ID));
        for (int i = 0; i < tags.size(); i++) {
            selected.add(tags.get(i).TAG_VALUE.as(group(i)));
        }
        selected.addAll(numbers(cell));
        return sql.select(selected).from(tagged()).where(wanted(organization, monitor));
    }

    private Table<?> tagged() {
        Table<?> values = MEASURED_VALUE.join(MEASUREMENT).on(MEASUREMENT.ID.eq(MEASURED_VALUE.MEASUREMENT));
        for (int i = 0; i < tags.size(); i++) {
            MeasuredTag tag = tags.get(i);
            values = values.leftJoin(tag)
                    .on(tag.MEASUREMENT.eq(MEASURED_VALUE.MEASUREMENT))
                    .and(tag.ORDINAL.eq(MEASURED_VALUE.ORDINAL))
                    .and(tag.TAG.eq(query.groups().get(i)));
        }
        return values;
    }

    private static List<SelectField<?>> numbers(List<Field<?>> cell) {
        List<OrderField<?>> earliest =
                List.of(MEASUREMENT.MEASURED_AT, MEASUREMENT.KNOWN_AT, MEASUREMENT.ID, MEASURED_VALUE.ORDINAL);
        List<OrderField<?>> latest = List.of(
                MEASUREMENT.MEASURED_AT.desc(),
                MEASUREMENT.KNOWN_AT.desc(),
                MEASUREMENT.ID.desc(),
                MEASURED_VALUE.ORDINAL.desc());
        List<OrderField<?>> smallest = new ArrayList<>(earliest);
        smallest.addFirst(MEASURED_VALUE.NUMBER_VALUE);
        return List.of(
                rowNumber().over().partitionBy(cell).orderBy(earliest).as(EARLIER),
                rowNumber().over().partitionBy(cell).orderBy(latest).as(LATER),
                rowNumber().over().partitionBy(cell).orderBy(smallest).as(SMALLER),
                count().over().partitionBy(cell).as(SIZE),
                avg(MEASURED_VALUE.NUMBER_VALUE).over().partitionBy(cell).as(CENTRE));
    }

    private Condition wanted(Id organization, Id monitor) {
        Condition wanted = MEASUREMENT
                .ORGANIZATION
                .eq(organization.toString())
                .and(MEASUREMENT.MONITOR.eq(monitor.toString()))
                .and(MEASUREMENT.MEASURED_AT.ge(Times.micros(edges.getFirst())))
                .and(MEASUREMENT.MEASURED_AT.lt(Times.micros(edges.getLast())))
                .and(MEASURED_VALUE.NUMBER_VALUE.isNotNull())
                .and(TagConditions.all(query.conditions()));
        boolean all = query.aggregates().stream().anyMatch(each -> each.metric().isEmpty());
        List<String> metrics = query.aggregates().stream()
                .map(SeriesQuery.Aggregate::metric)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return all ? wanted : wanted.and(MEASURED_VALUE.METRIC.in(metrics));
    }
}
