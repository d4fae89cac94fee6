package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.store.sql.generated.tables.MetricSummary;
import io.plumbline.store.sql.generated.tables.Run;
import io.plumbline.store.sql.generated.tables.RunParam;
import io.plumbline.store.sql.generated.tables.RunTag;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One term of an order of runs.
 *
 * @param order that is asked for
 * @param joined the table that the field lies in, besides that of runs
 * @param run column of that table
 * @param narrowed which rows of that table are of the field
 * @param value that is ordered by, null where the run has none that can be
 */
record RunOrder(
        Order order,
        @Nullable Table<? extends Record> joined,
        @Nullable Field<Long> run,
        Condition narrowed,
        Field<?> value) {
    /** The term at this place of an order. */
    static RunOrder of(Order order, int place, Run run, RunColumns columns) {
        return switch (order.field()) {
            case io.plumbline.domain.experiment.Field.Of of ->
                new RunOrder(order, null, null, DSL.trueCondition(), columns.field(run, of.attribute()));
            case io.plumbline.domain.experiment.Field.Metric metric -> {
                MetricSummary m = METRIC_SUMMARY.as("o" + place);
                yield new RunOrder(
                        order,
                        m,
                        m.RUN,
                        m.NAME.eq(Texts.replaced(metric.key())),
                        columns.statistic(m, metric.statistic()));
            }
            case io.plumbline.domain.experiment.Field.Param param -> {
                RunParam p = RUN_PARAM.as("o" + place);
                yield new RunOrder(order, p, p.RUN, p.NAME.eq(Texts.replaced(param.key())), p.BEGINNING);
            }
            case io.plumbline.domain.experiment.Field.Tag tag -> {
                RunTag t = RUN_TAG.as("o" + place);
                yield new RunOrder(order, t, t.RUN, t.NAME.eq(Texts.replaced(tag.key())), t.BEGINNING);
            }
            case io.plumbline.domain.experiment.Field.Dataset _ ->
                throw PlumblineException.invalid("order_by", "runs are not put in order by their data");
        };
    }

    /** Whether every run has the field. */
    boolean always() {
        return joined == null
                && order.field() instanceof io.plumbline.domain.experiment.Field.Of(RunAttribute attribute)
                && attribute != RunAttribute.PARENT
                && attribute != RunAttribute.ENDED_AT
                && attribute != RunAttribute.DURATION;
    }

    /** 0 where there is a value, 1 where it is not a number, 2 where there is none: they come in this order whatever the direction is. */
    Field<Integer> rank() {
        Field<Integer> absent =
                DSL.when(value.isNull(), DSL.inline(joined == null ? 2 : 1)).otherwise(DSL.inline(0));
        return run == null ? absent : DSL.when(run.isNull(), DSL.inline(2)).otherwise(absent);
    }

    /** The value, or something in its place where there is none. */
    Field<?> filled() {
        return value.getType() == String.class
                ? DSL.coalesce(value.coerce(String.class), DSL.inline(""))
                : DSL.coalesce(value.coerce(Double.class), DSL.inline(0d));
    }
}
