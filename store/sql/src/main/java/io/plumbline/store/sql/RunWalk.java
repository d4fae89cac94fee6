package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.Field.Metric;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.sql.RunSelection.Found;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Goes along the index of what is ordered by until the page is full: first runs with a value, then those where it is not a number, then those
 * without it.
 */
final class RunWalk {
    private static final int ABSENT = 2;

    private final DSLContext sql;
    private final RunSelection selection;
    private final RunMatching matching;
    private final RunOrder first;
    private final List<RunOrder> rest;
    private final long experiment;
    private final Table<? extends Record> table;
    private final Run r;

    RunWalk(DSLContext sql, RunSelection selection, RunMatching matching, List<RunOrder> orders, long experiment) {
        this.sql = sql;
        this.selection = selection;
        this.matching = matching;
        this.first = orders.getFirst();
        this.rest = orders.subList(1, orders.size());
        this.experiment = experiment;
        this.table = Objects.requireNonNull(first.joined());
        this.r = selection.row();
    }

    /** Whether the first term has an index of one experiment. */
    static boolean isPossible(RunQuery query, List<RunOrder> orders) {
        return query.reach() == RunQuery.Reach.OWN
                && !orders.isEmpty()
                && orders.getFirst().joined() != null
                && (!(orders.getFirst().order().field() instanceof Metric metric)
                        || metric.statistic() == MetricStatistic.LATEST);
    }

    /**
     * The runs after the one with these values.
     *
     * @param which what those with a value must meet
     */
    List<Found> next(Optional<List<Object>> after, int limit, Condition which) {
        int begin = after.map(RunWalk::rank).orElse(0);
        List<Found> found = new ArrayList<>(begin == 0 ? withValue(after, limit, which) : List.of());
        for (int rank = Math.max(begin, 1); rank <= ABSENT && found.size() < limit; rank++) {
            Optional<List<Object>> place = rank == begin ? after : Optional.empty();
            found.addAll(withoutValue(rank, place, limit - found.size()));
        }
        return found;
    }

    private List<Found> withoutValue(int rank, Optional<List<Object>> place, int limit) {
        if (rank == ABSENT && nobodyLacksIt()) {
            return List.of();
        }
        Condition such = rank == ABSENT
                ? hasRow().not()
                : r.RUN_NUMBER.in(DSL.select(number())
                        .from(table)
                        .where(rows())
                        .and(first.value().isNull()));
        Optional<List<Object>> after = place.map(values -> values.subList(2, values.size()));
        Object filler = first.value().getType() == String.class ? "" : 0d;
        return selection.sorted(selection.keyset(rest), rest, matching.probed().and(such), after, limit).stream()
                .map(found -> found.behind(List.of(rank, filler)))
                .toList();
    }

    /** The way along the index; empty where the page before ended behind its end. */
    Optional<RunWay> way(Optional<List<Object>> after) {
        return after.map(RunWalk::rank).orElse(0) > 0
                ? Optional.empty()
                : Optional.of(new RunWay(index(), first.order().direction(), after.map(values -> values.get(1))));
    }

    private ValueIndex index() {
        return new ValueIndex(table, rows(), first.value(), number());
    }

    private static int rank(List<Object> values) {
        return ((Number) values.getFirst()).intValue();
    }

    /** Runs on the way that meet a condition, after the one with these values. */
    List<Found> withValue(Optional<List<Object>> after, int limit, Condition which) {
        Keyset keyset = new Keyset().add(first.value(), first.order().direction());
        selection.keyset(rest).addTo(keyset);
        Optional<List<Object>> place = after.map(values -> values.subList(1, values.size()));
        // A cross join keeps the tables in this order.
        SelectJoinStep<Record> from = selection.joined(
                sql.select(selection.fields(keyset)).from(table).crossJoin(r), rest);
        return selection
                .found(
                        from.where(rows())
                                .and(first.value().isNotNull())
                                .and(number().eq(r.RUN_NUMBER))
                                .and(which)
                                .and(place.map(keyset::after).orElseGet(DSL::trueCondition))
                                .orderBy(keyset.sorts())
                                .limit(limit)
                                .fetch(),
                        keyset)
                .stream()
                .map(found -> found.behind(List.of(0)))
                .toList();
    }

    private Condition rows() {
        return of(Long.class, "experiment").eq(experiment).and(first.narrowed());
    }

    private Field<Long> number() {
        return Objects.requireNonNull(first.run());
    }

    private Condition hasRow() {
        return DSL.exists(
                DSL.selectOne().from(table).where(number().eq(r.RUN_NUMBER)).and(first.narrowed()));
    }

    private <T> Field<T> of(Class<T> type, String name) {
        return Objects.requireNonNull(table.field(name, type));
    }

    /** As many runs have the field as there are: counting both is faster than looking at each. */
    private boolean nobodyLacksIt() {
        return sql.fetchCount(sql.selectOne().from(table).where(rows()))
                == sql.fetchCount(sql.selectOne().from(RUN).where(RUN.EXPERIMENT.eq(experiment)));
    }
}
