package io.plumbline.store.sql;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * An index of runs by a value.
 *
 * @param table whose index it is
 * @param rows of the table that are in it, all with a value
 * @param value that it is by
 * @param number of a run, in the table
 * @param key by which it is known in memory; empty where it is not kept there
 */
record ValueIndex(
        Table<? extends Record> table,
        Condition rows,
        Field<?> value,
        Field<Long> number,
        Optional<HeldOrders.Key> key) {
    /**
     * Of a field of the runs of an experiment, which may be kept in memory.
     *
     * @param rows of the field, with or without a value
     */
    static ValueIndex of(
            Table<? extends Record> table,
            Condition rows,
            Field<?> value,
            Field<Long> number,
            long experiment,
            io.plumbline.domain.experiment.Field field) {
        HeldOrders.Key key = new HeldOrders.Key(experiment, field, value.getName());
        return new ValueIndex(table, rows.and(value.isNotNull()), value, number, Optional.of(key));
    }

    /** Some of its runs, that of the lowest value first. */
    SelectLimitStep<Record1<Long>> ascending(Condition which) {
        return DSL.select(number).from(table).where(which).orderBy(value, number);
    }
}
