package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Operator;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Which part of an order by a number meets a comparison. The database compares, so that it goes by what it thinks of -0, infinite numbers and none. */
final class NumberRanges {
    private final DSLContext sql;
    private final RunConditions conditions;
    private final Run r = RUN.as("r");

    NumberRanges(DSLContext sql, RunConditions conditions) {
        this.sql = sql;
        this.conditions = conditions;
    }

    /**
     * The runs that meet a comparison with one number.
     *
     * @param runs in the order of the number, the lowest first
     */
    BitSet meeting(Condition condition, int[] runs) {
        return switch (condition.operator()) {
            case LESS, AT_MOST -> range(runs, 0, end(runs, condition, condition.operator()));
            case GREATER, AT_LEAST -> range(runs, begin(runs, condition, condition.operator()), runs.length);
            case EQUAL ->
                range(runs, begin(runs, condition, Operator.AT_LEAST), end(runs, condition, Operator.AT_MOST));
            case NOT_EQUAL -> {
                BitSet others = range(runs, 0, end(runs, condition, Operator.LESS));
                others.or(range(runs, begin(runs, condition, Operator.GREATER), runs.length));
                yield others;
            }
            case IN, NOT_IN, LIKE, ILIKE, CONTAINS, IS_NULL, IS_NOT_NULL ->
                throw new IllegalArgumentException(condition.operator() + " compares with no single number");
        };
    }

    private static BitSet range(int[] runs, int from, int to) {
        BitSet range = new BitSet();
        for (int place = from; place < to; place++) {
            range.set(runs[place]);
        }
        return range;
    }

    /** Where those begin that meet it, with all that follow. */
    private int begin(int[] runs, Condition condition, Operator operator) {
        Condition bound = new Condition(condition.field(), operator, condition.operands());
        return Places.first(runs, some -> meeting(bound, some));
    }

    /** Where those end that meet it, with all before. */
    private int end(int[] runs, Condition condition, Operator operator) {
        Condition bound = new Condition(condition.field(), operator, condition.operands());
        return Places.first(runs, some -> {
            Set<Long> met = meeting(bound, some);
            return some.stream().filter(run -> !met.contains(run)).collect(Collectors.toSet());
        });
    }

    private Set<Long> meeting(Condition condition, List<Long> some) {
        return sql.select(r.RUN_NUMBER)
                .from(r)
                .where(r.RUN_NUMBER.in(some))
                .and(conditions.all(r, List.of(condition)))
                .fetchSet(r.RUN_NUMBER);
    }
}
