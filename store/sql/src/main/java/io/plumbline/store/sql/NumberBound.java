package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.METRIC_SUMMARY;
import static io.plumbline.store.sql.generated.Tables.RUN_PARAM;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.Operand;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.store.sql.generated.tables.MetricSummary;
import io.plumbline.store.sql.generated.tables.RunParam;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * A condition that leaves the runs at one end of an index.
 *
 * @param index of the values
 * @param value that it is by
 * @param operator that compares them with the bound
 * @param bound itself
 */
record NumberBound(ValueIndex index, org.jooq.Field<Double> value, Operator operator, double bound) {
    private static final Set<Operator> OPERATORS =
            Set.of(Operator.LESS, Operator.AT_MOST, Operator.GREATER, Operator.AT_LEAST);

    /** What a condition on the runs of an experiment is, if it is one. */
    static Optional<NumberBound> of(Condition condition, long experiment) {
        boolean isBound =
                OPERATORS.contains(condition.operator()) && condition.operands().getFirst() instanceof Operand.Numeric;
        return isBound ? value(condition.field(), experiment).map(index -> of(condition, index)) : Optional.empty();
    }

    private static NumberBound of(Condition condition, ValueIndex index) {
        Operand.Numeric bound = (Operand.Numeric) condition.operands().getFirst();
        return new NumberBound(index, index.value().coerce(Double.class), condition.operator(), bound.value());
    }

    private static Optional<ValueIndex> value(Field field, long experiment) {
        return switch (field) {
            case Field.Metric(String key, MetricStatistic statistic)
            when statistic == MetricStatistic.LATEST -> {
                MetricSummary m = METRIC_SUMMARY.as("m");
                yield Optional.of(ValueIndex.of(
                        m,
                        m.EXPERIMENT.eq(experiment).and(m.NAME.eq(Texts.replaced(key))),
                        m.LATEST,
                        m.RUN,
                        experiment,
                        field));
            }
            case Field.Param(String key) -> {
                RunParam p = RUN_PARAM.as("p");
                yield Optional.of(ValueIndex.of(
                        p,
                        p.EXPERIMENT.eq(experiment).and(p.NAME.eq(Texts.replaced(key))),
                        p.NUMBER_VALUE,
                        p.RUN,
                        experiment,
                        field));
            }
            case Field.Metric _, Field.Tag _, Field.Of _, Field.Dataset _ -> Optional.empty();
        };
    }

    /** The runs that meet it and did not change. */
    GatheredRuns unchanged(DSLContext sql, OrderedRuns order) {
        int count = order.numbers().length;
        return switch (operator) {
            case LESS -> order.between(0, order.place(sql, index, value.ge(bound)));
            case AT_MOST -> order.between(0, order.place(sql, index, value.gt(bound)));
            case GREATER -> order.between(order.place(sql, index, value.gt(bound)), count);
            case AT_LEAST -> order.between(order.place(sql, index, value.ge(bound)), count);
            default -> throw new IllegalStateException(operator + " is no bound");
        };
    }
}
