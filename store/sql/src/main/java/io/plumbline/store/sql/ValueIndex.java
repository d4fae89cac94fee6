package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;
import static io.plumbline.store.sql.generated.Tables.RUN_TAG;

import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.store.sql.generated.tables.MetricSummary;
import io.plumbline.store.sql.generated.tables.RunParam;
import io.plumbline.store.sql.generated.tables.RunTag;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Runs by a value.
 *
 * @param table that the value lies in
 * @param rows of the table that have the field, with or without a value
 * @param value that they are by
 * @param number of a run, in the table
 */
record ValueIndex(Table<? extends Record> table, Condition rows, Field<?> value, Field<Long> number) {
    /** Where the values of a field lie; those of the status are as it was said last. */
    static ValueIndex of(HeldOrders.Key key, RunColumns columns) {
        return switch (key.field()) {
            case io.plumbline.domain.experiment.Field.Of(RunAttribute attribute) ->
                new ValueIndex(
                        RUN,
                        RUN.EXPERIMENT.eq(key.experiment()),
                        attribute == RunAttribute.STATUS ? RUN.STATUS : columns.field(RUN, attribute),
                        RUN.RUN_NUMBER);
            case io.plumbline.domain.experiment.Field.Metric metric -> {
                MetricSummary m = METRIC_SUMMARY;
                Condition rows = m.EXPERIMENT.eq(key.experiment()).and(m.NAME.eq(Texts.replaced(metric.key())));
                yield new ValueIndex(m, rows, columns.statistic(m, metric.statistic()), m.RUN);
            }
            case io.plumbline.domain.experiment.Field.Param param -> {
                RunParam p = RUN_PARAM;
                Condition rows = p.EXPERIMENT.eq(key.experiment()).and(p.NAME.eq(Texts.replaced(param.key())));
                Field<?> value = key.kind() == RunAttribute.Kind.NUMBER ? p.NUMBER_VALUE : p.BEGINNING;
                yield new ValueIndex(p, rows, value, p.RUN);
            }
            case io.plumbline.domain.experiment.Field.Tag tag -> {
                RunTag t = RUN_TAG;
                Condition rows = t.EXPERIMENT.eq(key.experiment()).and(t.NAME.eq(Texts.replaced(tag.key())));
                yield new ValueIndex(t, rows, t.BEGINNING, t.RUN);
            }
            case io.plumbline.domain.experiment.Field.Dataset _ ->
                throw new IllegalArgumentException("a run has any number of datasets");
        };
    }

    /** Its rows that have a value. */
    Condition valued() {
        return rows.and(value.isNotNull());
    }
}
