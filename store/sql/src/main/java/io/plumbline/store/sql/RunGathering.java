package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Gathers the numbers of the runs that meet a condition: from orders in memory where they say so, else from the range of an index. */
final class RunGathering {
    private final DSLContext sql;
    private final RunConditions conditions;
    private final List<Long> experiments;
    private final Optional<HeldOrders.ForSearch> orders;
    private final Run r;

    /**
     * Of runs of these experiments.
     *
     * @param orders in memory; empty where none are kept
     * @param r the rows of runs
     */
    RunGathering(
            DSLContext sql,
            RunConditions conditions,
            List<Long> experiments,
            Optional<HeldOrders.ForSearch> orders,
            Run r) {
        this.sql = sql;
        this.conditions = conditions;
        this.experiments = experiments;
        this.orders = experiments.size() == 1 ? orders : Optional.empty();
        this.r = r;
    }

    /** Whether the order of an index is in memory. */
    boolean isHeld(ValueIndex index) {
        return orders.flatMap(all -> index.key().flatMap(all::find)).isPresent();
    }

    /** Whether the order of an index by which a condition is answered is in memory. */
    boolean isHeld(Condition condition) {
        return bound(condition).filter(some -> isHeld(some.index())).isPresent();
    }

    /** The order of an index, which is read where it is to be kept in memory and is not there yet. */
    Optional<OrderedRuns> order(ValueIndex index) {
        return orders.flatMap(all -> index.key().map(key -> all.get(key, () -> OrderedRuns.read(sql, index))));
    }

    /** All runs that meet a condition which {@link RunConditions#isIndexed}. */
    GatheredRuns runs(Condition condition) {
        return bound(condition)
                .flatMap(some -> order(some.index()).map(order -> runs(condition, some, order)))
                .orElseGet(() -> GatheredRuns.of(sql, conditions.runs(condition, experiments)));
    }

    private Optional<NumberBound> bound(Condition condition) {
        return orders.flatMap(_ -> NumberBound.of(condition, experiments.getFirst()));
    }

    private GatheredRuns runs(Condition condition, NumberBound bound, OrderedRuns order) {
        GatheredRuns runs = bound.unchanged(sql, order);
        if (!order.changed().isEmpty()) {
            runs.add(GatheredRuns.of(
                    sql,
                    DSL.select(r.RUN_NUMBER)
                            .from(r)
                            .where(r.RUN_NUMBER.in(order.changedRuns()))
                            .and(r.EXPERIMENT.in(experiments))
                            .and(conditions.all(r, List.of(condition)))));
        }
        return runs;
    }
}
