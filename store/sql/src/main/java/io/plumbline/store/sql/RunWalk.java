package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.experiment.Field.Metric;
import io.plumbline.domain.experiment.MetricStatistic;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.sql.RunSearch.Found;
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
    private final RunSearch search;
    private final RunOrder first;
    private final List<RunOrder> rest;
    private final long experiment;
    private final Table<? extends Record> table;
    private final Run r;

    RunWalk(DSLContext sql, RunSearch search, List<RunOrder> orders, long experiment) {
        this.sql = sql;
        this.search = search;
        this.first = orders.getFirst();
        this.rest = orders.subList(1, orders.size());
        this.experiment = experiment;
        this.table = Objects.requireNonNull(first.joined());
        this.r = search.row();
    }

    /** Whether the first term has an index of this one experiment. */
    static boolean isPossible(RunQuery query, List<Long> experiments, List<RunOrder> orders) {
        return experiments.size() == 1
                && query.page().offset() == 0
                && query.pins() == RunQuery.Pins.IGNORED
                && query.reach() == RunQuery.Reach.OWN
                && !orders.isEmpty()
                && orders.getFirst().joined() != null
                && (!(orders.getFirst().order().field() instanceof Metric metric)
                        || metric.statistic() == MetricStatistic.LATEST);
    }

    /** The runs after the one with these values. */
    List<Found> next(Optional<List<Object>> after, int limit) {
        int rank = after.map(values -> ((Number) values.getFirst()).intValue()).orElse(0);
        List<Found> found = new ArrayList<>();
        Optional<List<Object>> place = after.map(values -> values.subList(1, values.size()));
        while (rank <= ABSENT && found.size() < limit) {
            found.addAll(ofRank(rank, place, limit - found.size()));
            place = Optional.empty();
            rank++;
        }
        return found;
    }

    private List<Found> ofRank(int rank, Optional<List<Object>> place, int limit) {
        if (rank == 0) {
            return withValue(place, limit);
        }
        if (rank == ABSENT && nobodyLacksIt()) {
            return List.of();
        }
        Condition such = rank == ABSENT
                ? hasRow(DSL.trueCondition()).not()
                : hasRow(first.value().isNull());
        Optional<List<Object>> after = place.map(values -> values.subList(1, values.size()));
        Object filler = first.value().getType() == String.class ? "" : 0d;
        return search
                .sorted(
                        search.keyset(rest),
                        rest,
                        search.matching(Optional.empty()).and(such),
                        after,
                        limit)
                .stream()
                .map(found -> new Found(found.hit(), prefixed(List.of(rank, filler), found.place())))
                .toList();
    }

    private List<Found> withValue(Optional<List<Object>> place, int limit) {
        Keyset keyset = new Keyset().add(first.value(), first.order().direction());
        search.keyset(rest).addTo(keyset);
        // A cross join keeps the tables in this order.
        SelectJoinStep<Record> from =
                sql.select(search.fields(keyset)).from(table).crossJoin(r);
        for (RunOrder term : rest) {
            from = search.joined(from, term);
        }
        return search
                .found(
                        from.where(rows())
                                .and(first.value().isNotNull())
                                .and(Objects.requireNonNull(first.run()).eq(r.RUN_NUMBER))
                                .and(search.matching(Optional.empty()))
                                .and(place.map(keyset::after).orElseGet(DSL::trueCondition))
                                .orderBy(keyset.sorts())
                                .limit(limit)
                                .fetch(),
                        keyset)
                .stream()
                .map(found -> new Found(found.hit(), prefixed(List.of(0), found.place())))
                .toList();
    }

    private Condition rows() {
        return of(Long.class, "experiment").eq(experiment).and(first.narrowed());
    }

    private Condition hasRow(Condition such) {
        return DSL.exists(DSL.selectOne()
                .from(table)
                .where(Objects.requireNonNull(first.run()).eq(r.RUN_NUMBER))
                .and(first.narrowed())
                .and(such));
    }

    private <T> Field<T> of(Class<T> type, String name) {
        return Objects.requireNonNull(table.field(name, type));
    }

    /** As many runs have the field as there are: counting both is faster than looking at each. */
    private boolean nobodyLacksIt() {
        return sql.fetchCount(sql.selectOne().from(table).where(rows()))
                == sql.fetchCount(sql.selectOne().from(RUN).where(RUN.EXPERIMENT.eq(experiment)));
    }

    private static List<Object> prefixed(List<Object> prefix, List<Object> values) {
        List<Object> all = new ArrayList<>(prefix);
        all.addAll(values);
        return all;
    }
}
