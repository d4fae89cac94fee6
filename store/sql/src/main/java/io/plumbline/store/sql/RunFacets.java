package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.FacetKeys;
import io.plumbline.domain.experiment.FacetValues;
import io.plumbline.domain.experiment.FacetValues.NumberRange;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Lifecycle;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.RunAttribute;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What the active runs of an experiment can be searched by. Distinct values are taken from an index by leaping from each to the next. */
final class RunFacets {
    private static final RunColumns COLUMNS = new RunColumns(Long.MIN_VALUE);

    private final DSLContext sql;
    private final long experiment;

    private RunFacets(DSLContext sql, long experiment) {
        this.sql = sql;
        this.experiment = experiment;
    }

    static FacetKeys keys(DSLContext sql, long experiment) {
        RunFacets facets = new RunFacets(sql, experiment);
        return new FacetKeys(facets.keys(METRIC_SUMMARY), facets.keys(RUN_PARAM), facets.keys(RUN_TAG));
    }

    private List<String> keys(Table<?> table) {
        org.jooq.Field<String> name = text(table, "name");
        return distinct(table, name, of(table));
    }

    static FacetValues values(DSLContext sql, long experiment, Field field) {
        RunFacets facets = new RunFacets(sql, experiment);
        return switch (field) {
            case Field.Of of -> facets.attribute(of.attribute());
            case Field.Metric metric -> facets.metric(metric.key());
            case Field.Param param -> facets.param(param.key());
            case Field.Tag tag -> new FacetValues(facets.texts(RUN_TAG, tag.key()), Optional.empty(), Map.of());
            case Field.Dataset _ -> throw PlumblineException.invalid("facet_type", "data has no facets");
        };
    }

    private FacetValues attribute(RunAttribute attribute) {
        org.jooq.Field<?> field = COLUMNS.field(RUN, attribute);
        Condition active = RUN.EXPERIMENT.eq(experiment).and(RUN.LIFECYCLE.eq(Lifecycle.ACTIVE.name()));
        if (attribute.kind() == RunAttribute.Kind.NUMBER) {
            org.jooq.Field<Double> number = field.cast(Double.class);
            Record2<Double, Double> range = sql.select(DSL.min(number), DSL.max(number))
                    .from(RUN)
                    .where(active)
                    .fetchSingle();
            return new FacetValues(List.of(), range(range.value1(), range.value2()), Map.of());
        }
        org.jooq.Field<String> text = field.coerce(String.class);
        List<String> values = sql.selectDistinct(text.as("facet_value"))
                .from(RUN)
                .where(active)
                .and(text.isNotNull())
                .orderBy(DSL.field(DSL.name("facet_value")))
                .limit(FacetValues.MOST)
                .fetch(0, String.class);
        return new FacetValues(values, Optional.empty(), Map.of());
    }

    private FacetValues param(String key) {
        org.jooq.Field<Double> number = RUN_PARAM.NUMBER_VALUE;
        Condition named = RUN_PARAM.NAME.eq(Texts.replaced(key)).and(number.isNotNull());
        Optional<Double> least = sql.select(number)
                .from(active(RUN_PARAM, named))
                .orderBy(number)
                .limit(1)
                .fetchOptional(number);
        Optional<Double> greatest = sql.select(number)
                .from(active(RUN_PARAM, named))
                .orderBy(number.desc())
                .limit(1)
                .fetchOptional(number);
        return new FacetValues(
                texts(RUN_PARAM, key), least.flatMap(from -> greatest.map(to -> new NumberRange(from, to))), Map.of());
    }

    private FacetValues metric(String key) {
        List<org.jooq.Field<?>> extremes = new ArrayList<>();
        for (MetricStatistic statistic : MetricStatistic.values()) {
            org.jooq.Field<Double> value = COLUMNS.statistic(METRIC_SUMMARY, statistic);
            extremes.add(DSL.min(value).as("least_" + statistic));
            extremes.add(DSL.max(value).as("greatest_" + statistic));
        }
        Record row = sql.select(extremes)
                .from(METRIC_SUMMARY)
                .where(of(METRIC_SUMMARY))
                .and(METRIC_SUMMARY.NAME.eq(Texts.replaced(key)))
                .and(isActive(METRIC_SUMMARY))
                .fetchSingle();
        Map<MetricStatistic, NumberRange> ranges = new EnumMap<>(MetricStatistic.class);
        for (MetricStatistic statistic : MetricStatistic.values()) {
            range(row.get("least_" + statistic, Double.class), row.get("greatest_" + statistic, Double.class))
                    .ifPresent(range -> ranges.put(statistic, range));
        }
        return new FacetValues(List.of(), Optional.ofNullable(ranges.get(MetricStatistic.LATEST)), ranges);
    }

    private static Optional<NumberRange> range(@Nullable Double least, @Nullable Double greatest) {
        return least == null || greatest == null ? Optional.empty() : Optional.of(new NumberRange(least, greatest));
    }

    /** The values of a param or tag. An index knows how they begin; the few long ones are looked up. */
    private List<String> texts(Table<?> table, String key) {
        Condition rows = of(table).and(text(table, "name").eq(Texts.replaced(key)));
        org.jooq.Field<String> beginning = text(table, "beginning");
        return distinct(table, beginning, rows).stream()
                .flatMap(found -> found.length() < IndexedText.LENGTH - 1
                        ? Stream.of(found)
                        : sql
                                .selectDistinct(text(table, "value"))
                                .from(table)
                                .where(rows)
                                .and(beginning.eq(found))
                                .limit(FacetValues.MOST)
                                .fetch(0, String.class)
                                .stream())
                .limit(FacetValues.MOST)
                .toList();
    }

    /**
     * Distinct values of active runs in order, each found by the one before, so that rows of equal values are passed over.
     *
     * @param rows those of the beginning of an index that goes on with the value
     */
    private List<String> distinct(Table<?> table, org.jooq.Field<String> value, Condition rows) {
        Table<Record> leap = DSL.table(DSL.name("leap"));
        org.jooq.Field<String> landed = DSL.field(DSL.name("leap", "landed"), String.class);
        org.jooq.Field<Integer> leaps = DSL.field(DSL.name("leap", "leaps"), Integer.class);
        return sql.withRecursive("leap", "landed", "leaps")
                .as(DSL.select(DSL.min(value), DSL.inline(1))
                        .from(table)
                        .where(rows)
                        .unionAll(DSL.select(
                                        DSL.field(DSL.select(DSL.min(value))
                                                .from(table)
                                                .where(rows)
                                                .and(value.gt(landed))),
                                        leaps.plus(1))
                                .from(leap)
                                .where(landed.isNotNull())
                                .and(leaps.lt(FacetValues.MOST))))
                .select(landed)
                .from(leap)
                .where(landed.isNotNull())
                .and(DSL.exists(DSL.selectOne().from(active(table, rows.and(value.eq(landed))))))
                .orderBy(leaps)
                .fetch(landed);
    }

    private Condition of(Table<?> table) {
        return Objects.requireNonNull(table.field("experiment", Long.class)).eq(experiment);
    }

    private static org.jooq.Field<String> text(Table<?> table, String name) {
        return Objects.requireNonNull(table.field(name, String.class));
    }

    /** The rows of active runs, each run looked up. */
    private Table<?> active(Table<?> table, Condition such) {
        return DSL.select(table.fields())
                .from(table)
                .where(of(table))
                .and(such)
                .and(DSL.exists(DSL.selectOne()
                        .from(RUN)
                        .where(RUN.RUN_NUMBER.eq(run(table)))
                        .and(RUN.LIFECYCLE.eq(Lifecycle.ACTIVE.name()))))
                .asTable(table.getName());
    }

    /** The run of a row is active: those in the bin are gathered once, since they are few beside all runs. */
    private Condition isActive(Table<?> table) {
        return run(table)
                .notIn(DSL.select(RUN.RUN_NUMBER)
                        .from(RUN)
                        .where(RUN.EXPERIMENT.eq(experiment))
                        .and(RUN.LIFECYCLE.eq(Lifecycle.DELETED.name())));
    }

    private static org.jooq.Field<Long> run(Table<?> table) {
        return Objects.requireNonNull(table.field("run", Long.class));
    }
}
