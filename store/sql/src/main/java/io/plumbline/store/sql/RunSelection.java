package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.RUN_PIN;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.RunIndex.Hit;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** Selects the rows of the runs of a query, in its order. */
final class RunSelection {
    private static final String DESCENDANT = "descendant_match";

    private final DSLContext sql;
    private final Id user;
    private final RunQuery query;
    private final RunConditions conditions;
    private final Run r;

    /**
     * Of a query.
     *
     * @param user whose pins come first where they do
     * @param r the rows of runs
     */
    RunSelection(DSLContext sql, Id user, RunQuery query, RunConditions conditions, Run r) {
        this.sql = sql;
        this.user = user;
        this.query = query;
        this.conditions = conditions;
        this.r = r;
    }

    /**
     * A row that was found.
     *
     * @param place its values of the order, for tokens
     */
    record Found(Hit hit, List<Object> place) {
        /** The same behind values of terms that come first. */
        Found behind(List<Object> values) {
            return new Found(hit, Stream.concat(values.stream(), place.stream()).toList());
        }
    }

    /** When the user pinned the run; null where it is not pinned. */
    private Field<Long> pinnedAt() {
        return DSL.field(DSL.select(RUN_PIN.PINNED_AT)
                .from(RUN_PIN)
                .where(RUN_PIN.USER_ACCOUNT.eq(user.toString()))
                .and(RUN_PIN.RUN.eq(r.RUN_NUMBER)));
    }

    /** An order, after that of the caller's pins. */
    Keyset afterPins(Keyset order) {
        Keyset keyset = new Keyset().descending(DSL.coalesce(pinnedAt(), DSL.inline(0L)));
        order.addTo(keyset);
        return keyset;
    }

    /** The order of these terms, before the time of the start. */
    Keyset keyset(List<RunOrder> terms) {
        Keyset keyset = new Keyset();
        terms.forEach(term -> {
            if (term.always()) {
                keyset.add(term.value(), term.order().direction());
            } else {
                keyset.ascending(term.rank()).add(term.filled(), term.order().direction());
            }
        });
        return keyset.descending(r.STARTED_AT).ascending(r.RUN_NUMBER);
    }

    /** Runs that meet a condition, in an order, of the page that is asked for. */
    List<Found> sorted(Keyset keyset, List<RunOrder> terms, Condition which, Optional<List<Object>> after, int limit) {
        return sorted(keyset, terms, which, after, limit, query.page().offset());
    }

    /** So many runs that meet a condition, in an order, after so many. */
    List<Found> sorted(
            Keyset keyset,
            List<RunOrder> terms,
            Condition which,
            Optional<List<Object>> after,
            int limit,
            long offset) {
        return found(
                joined(sql.select(fields(keyset)).from(r), terms)
                        .where(which)
                        .and(after.map(keyset::after).orElseGet(DSL::trueCondition))
                        .orderBy(keyset.sorts())
                        .limit(limit)
                        .offset(offset)
                        .fetch(),
                keyset);
    }

    /** Which runs that meet a condition come after the one with these values. */
    Set<Long> after(Keyset keyset, List<RunOrder> terms, Condition which, List<Object> values) {
        return joined(sql.select(r.RUN_NUMBER).from(r), terms)
                .where(which)
                .and(keyset.after(values))
                .fetchSet(r.RUN_NUMBER);
    }

    /** With the tables that the terms of an order lie in. */
    <R extends Record> SelectJoinStep<R> joined(SelectJoinStep<R> from, List<RunOrder> terms) {
        SelectJoinStep<R> all = from;
        for (RunOrder term : terms) {
            if (term.joined() != null && term.run() != null) {
                all = all.leftJoin(term.joined()).on(term.run().eq(r.RUN_NUMBER).and(term.narrowed()));
            }
        }
        return all;
    }

    List<Field<?>> fields(Keyset keyset) {
        List<Field<?>> fields = new ArrayList<>(List.of(r.fields()));
        fields.addAll(keyset.fields());
        if (query.reach() == RunQuery.Reach.DESCENDANTS) {
            fields.add(DSL.when(conditions.all(r, query.conditions()), DSL.inline(0))
                    .otherwise(DSL.inline(1))
                    .as(DESCENDANT));
        }
        return fields;
    }

    List<Found> found(Result<Record> rows, Keyset keyset) {
        return rows.map(row -> new Found(
                new Hit(
                        RunRows.run(row.into(r)),
                        query.reach() == RunQuery.Reach.DESCENDANTS && row.get(DESCENDANT, Integer.class) == 1),
                keyset.values(row)));
    }

    Run row() {
        return r;
    }
}
