package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.EXPERIMENT;
import static io.plumbline.store.sql.generated.Tables.RUN;
import static io.plumbline.store.sql.generated.Tables.RUN_PIN;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.LifecycleView;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.RunIndex.Hit;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/**
 * One search for runs. Which index leads is decided here, since databases do not know how the values of a metric are spread: the most selective
 * condition where it leaves few runs, else the index of what is ordered by, which gives the page without sorting.
 */
final class RunSearch {
    /** So many runs are sorted without an index. */
    private static final int FEW = 1_000;

    private static final String DESCENDANT = "descendant_match";

    private final DSLContext sql;
    private final Id organization;
    private final Id user;
    private final RunQuery query;
    private final RunConditions conditions;
    private final List<Long> experiments;
    private final List<RunOrder> orders = new ArrayList<>();
    private final Run r = RUN.as("r");

    RunSearch(DSLContext sql, Id organization, Id user, RunQuery query, RunColumns columns) {
        this.sql = sql;
        this.organization = organization;
        this.user = user;
        this.query = query;
        this.conditions = new RunConditions(sql, columns);
        this.experiments = numbers();
        for (int i = 0; i < query.orders().size(); i++) {
            orders.add(RunOrder.of(query.orders().get(i), i, r, columns));
        }
    }

    private List<Long> numbers() {
        return query.experiments().isEmpty()
                ? List.of()
                : sql.select(EXPERIMENT.EXPERIMENT_NUMBER)
                        .from(EXPERIMENT)
                        .where(EXPERIMENT.ORGANIZATION.eq(organization.toString()))
                        .and(EXPERIMENT.ID.in(
                                query.experiments().stream().map(Id::toString).toList()))
                        .fetch(EXPERIMENT.EXPERIMENT_NUMBER);
    }

    Page<Hit> page() {
        if (experiments.isEmpty() && !query.experiments().isEmpty()) {
            return new Page<>(List.of(), Optional.empty(), OptionalLong.of(0));
        }
        Keyset keyset = keyset(orders);
        Optional<List<Object>> after = PageToken.read(query.page().token(), fingerprint(), keyset.size());
        int limit = query.page().size() + 1;
        Optional<List<Long>> few = few();
        boolean walks = few.isEmpty() && RunWalk.isPossible(query, experiments, orders);
        List<Found> found = walks
                ? new RunWalk(sql, this, orders, experiments.getFirst()).next(after, limit)
                : sorted(keyset, orders, matching(few), after, limit);
        return page(found);
    }

    private Page<Hit> page(List<Found> found) {
        boolean more = found.size() > query.page().size();
        List<Found> shown = more ? found.subList(0, query.page().size()) : found;
        Optional<String> next =
                more ? Optional.of(new PageToken(fingerprint(), shown.getLast().place()).text()) : Optional.empty();
        OptionalLong total = query.page().total() == PageRequest.Total.COUNTED
                ? OptionalLong.of(sql.fetchCount(sql.selectOne().from(r).where(matching(few()))))
                : OptionalLong.empty();
        return new Page<>(shown.stream().map(Found::hit).toList(), next, total);
    }

    /**
     * A row that was found.
     *
     * @param place its values of the order, for tokens
     */
    record Found(Hit hit, List<Object> place) {}

    private int fingerprint() {
        return List.of(
                        query.experiments(),
                        query.view(),
                        query.within(),
                        query.conditions(),
                        query.reach(),
                        query.pins(),
                        query.orders())
                .toString()
                .hashCode();
    }

    /** The numbers of the runs that the most selective condition leaves, where they are few. */
    private Optional<List<Long>> few() {
        if (experiments.isEmpty()
                || query.reach() != RunQuery.Reach.OWN
                || query.pins().included()) {
            return Optional.empty();
        }
        return Stream.concat(query.within().stream(), query.conditions().stream())
                .filter(RunConditions::isIndexed)
                .flatMap(condition -> few(condition).stream())
                .min(Comparator.comparingInt(List::size));
    }

    private Optional<List<Long>> few(Condition condition) {
        List<Long> runs = sql.fetchValues(DSL.select(DSL.field(DSL.name("run"), Long.class))
                .from(conditions.runs(condition, experiments).asTable("some"))
                .limit(FEW + 1));
        return runs.size() <= FEW ? Optional.of(runs) : Optional.empty();
    }

    /** What runs must meet to be found. */
    org.jooq.Condition matching(Optional<List<Long>> few) {
        org.jooq.Condition place = few.<org.jooq.Condition>map(r.RUN_NUMBER::in).orElseGet(this::place);
        org.jooq.Condition content = switch (query.reach()) {
            case OWN -> conditions.all(r, query.conditions());
            case DESCENDANTS -> conditions.all(r, query.conditions()).or(hasMatchBelow());
        };
        org.jooq.Condition wanted = conditions.all(r, query.within()).and(content);
        return place.and(lifecycle(r)).and(query.pins().included() ? wanted.or(pinned()) : wanted);
    }

    private org.jooq.Condition place() {
        if (experiments.isEmpty()) {
            return r.ORGANIZATION.eq(organization.toString());
        }
        return experiments.size() == 1 ? r.EXPERIMENT.eq(experiments.getFirst()) : r.EXPERIMENT.in(experiments);
    }

    private org.jooq.Condition lifecycle(Run run) {
        return query.view() == LifecycleView.ALL
                ? DSL.trueCondition()
                : run.LIFECYCLE.in(
                        query.view().lifecycles().stream().map(Enum::name).toList());
    }

    /** When the user pinned the run; null where it is not pinned. */
    private Field<Long> pinnedAt() {
        return DSL.field(DSL.select(RUN_PIN.PINNED_AT)
                .from(RUN_PIN)
                .where(RUN_PIN.USER_ACCOUNT.eq(user.toString()))
                .and(RUN_PIN.RUN.eq(r.RUN_NUMBER)));
    }

    private org.jooq.Condition pinned() {
        return r.RUN_NUMBER.in(DSL.select(RUN_PIN.RUN).from(RUN_PIN).where(RUN_PIN.USER_ACCOUNT.eq(user.toString())));
    }

    /** The run is above one that meets the conditions. */
    private org.jooq.Condition hasMatchBelow() {
        Run x = RUN.as("x");
        Run p = RUN.as("up");
        Field<String> id = DSL.field(DSL.name("above", "id"), String.class);
        return r.ID.in(DSL.withRecursive("above", "id")
                .as(DSL.select(x.PARENT)
                        .from(x)
                        .where(x.ORGANIZATION.eq(organization.toString()))
                        .and(x.PARENT.isNotNull())
                        .and(lifecycle(x))
                        .and(conditions.all(x, query.conditions()))
                        .union(DSL.select(p.PARENT)
                                .from(p)
                                .join(DSL.table(DSL.name("above")))
                                .on(p.ID.eq(id))
                                .where(p.PARENT.isNotNull())))
                .select(id)
                .from(DSL.table(DSL.name("above"))));
    }

    /** The order of these terms, after the caller's pins and before the time of the start. */
    Keyset keyset(List<RunOrder> terms) {
        Keyset keyset = new Keyset();
        if (query.pins().first()) {
            keyset.descending(DSL.coalesce(pinnedAt(), DSL.inline(0L)));
        }
        terms.forEach(term -> {
            if (term.always()) {
                keyset.add(term.value(), term.order().direction());
            } else {
                keyset.ascending(term.rank()).add(term.filled(), term.order().direction());
            }
        });
        return keyset.descending(r.STARTED_AT).ascending(r.RUN_NUMBER);
    }

    /** Runs that meet a condition, in an order. */
    List<Found> sorted(
            Keyset keyset, List<RunOrder> terms, org.jooq.Condition which, Optional<List<Object>> after, int limit) {
        SelectJoinStep<Record> from = sql.select(fields(keyset)).from(r);
        for (RunOrder term : terms) {
            from = joined(from, term);
        }
        return found(
                from.where(which)
                        .and(after.map(keyset::after).orElseGet(DSL::trueCondition))
                        .orderBy(keyset.sorts())
                        .limit(limit)
                        .offset(query.page().offset())
                        .fetch(),
                keyset);
    }

    SelectJoinStep<Record> joined(SelectJoinStep<Record> from, RunOrder term) {
        return term.joined() == null || term.run() == null
                ? from
                : from.leftJoin(term.joined()).on(term.run().eq(r.RUN_NUMBER).and(term.narrowed()));
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
