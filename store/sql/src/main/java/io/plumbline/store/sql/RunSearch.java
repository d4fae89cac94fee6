package io.plumbline.store.sql;

import static io.plumbline.store.sql.generated.Tables.EXPERIMENT;
import static io.plumbline.store.sql.generated.Tables.RUN;

import io.plumbline.domain.Id;
import io.plumbline.domain.experiment.Page;
import io.plumbline.domain.experiment.PageRequest;
import io.plumbline.domain.experiment.RunIndex.Hit;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.domain.experiment.RunQuery.Pins;
import io.plumbline.store.sql.RunSelection.Found;
import io.plumbline.store.sql.generated.tables.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * One search for runs. Which way is gone is decided here, since databases do not know how the values of a metric are spread: in memory where all orders are there
 * that are needed; else the most selective condition leads where it leaves few runs, and then the index of what is ordered by where its beginning fills the page;
 * else it is in memory again, into which orders are read, or all in the database where none are kept.
 */
final class RunSearch {
    private final DSLContext sql;
    private final Id organization;
    private final RunQuery query;
    private final RunMatching matching;
    private final RunSelection selection;
    private final Optional<SearchInMemory> memory;
    private final List<Long> experiments;
    private final Effort effort;
    private final List<RunOrder> orders = new ArrayList<>();
    private final Run r = RUN.as("r");

    /**
     * One search.
     *
     * @param user whose pins matter
     * @param columns the columns of the fields of runs
     * @param effort when which way is gone
     * @param held orders in memory; empty where none are kept
     */
    RunSearch(
            DSLContext sql,
            Id organization,
            Id user,
            RunQuery query,
            RunColumns columns,
            Effort effort,
            Optional<HeldOrders.ForSearch> held) {
        this.sql = sql;
        this.organization = organization;
        this.query = query;
        RunConditions conditions = new RunConditions(sql, columns);
        this.selection = new RunSelection(sql, user, query, conditions, r);
        this.experiments = numbers();
        this.matching = new RunMatching(sql, organization, user, query, conditions, experiments, r);
        this.memory = held.filter(_ -> experiments.size() == 1)
                .map(orders -> query.reach() == RunQuery.Reach.DESCENDANTS ? orders.exact() : orders)
                .map(known -> memory(conditions, columns, known));
        this.effort = effort;
        for (int i = 0; i < query.orders().size(); i++) {
            orders.add(RunOrder.of(query.orders().get(i), i, r, columns));
        }
    }

    private SearchInMemory memory(RunConditions conditions, RunColumns columns, HeldOrders.ForSearch held) {
        long experiment = experiments.getFirst();
        NumberRanges ranges = new NumberRanges(sql, conditions);
        FieldOrders fields = new FieldOrders(sql, experiment, columns, ranges, held);
        return new SearchInMemory(
                query, matching, selection, fields, new HeldConditions(sql, experiment, conditions, fields, ranges));
    }

    private Optional<SearchInMemory> memory() {
        return memory.filter(SearchInMemory::isPossible);
    }

    /**
     * When which way is gone.
     *
     * @param few so many runs that meet a condition are sorted without an index
     * @param window so many runs along an index are looked at before all that meet the conditions are gathered; a run that is looked at costs as much as fifty
     *     that are gathered
     */
    record Effort(int few, int window) {
        /** What takes the least time. */
        static final Effort LEAST = new Effort(1_000, 500);
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
        Keyset order = selection.keyset(orders);
        Keyset keyset = query.pins().first() ? selection.afterPins(order) : order;
        Optional<List<Object>> after = PageToken.read(query.page().token(), fingerprint(), keyset.size());
        int limit = query.page().size() + 1;
        Optional<SearchInMemory> held = memory().filter(SearchInMemory::isHeld);
        if (held.isPresent()) {
            return page(held.get().page(keyset, orders, after, limit), held.get()::count);
        }
        Optional<Condition> few = matching.few(effort.few()).map(matching::among);
        return few.isPresent()
                ? page(selection.sorted(keyset, orders, few.get(), after, limit), () -> matching.count(few.get()))
                : page(many(keyset, after, limit), this::countMany);
    }

    /** Looks at the runs at the beginning of the way one by one; where they do not fill the page, gathers all that match. */
    private List<Found> many(Keyset keyset, Optional<List<Object>> after, int limit) {
        Optional<RunWay> way = way(keyset, after);
        List<Found> begun = way.map(on -> begun(on, keyset, after, limit)).orElse(List.of());
        if (begun.size() == limit) {
            return begun;
        }
        return memory().map(search -> search.page(keyset, orders, after, limit))
                .orElseGet(() -> inDatabase(way, keyset, after, limit));
    }

    private List<Found> inDatabase(Optional<RunWay> way, Keyset keyset, Optional<List<Object>> after, int limit) {
        if (query.pins().first()) {
            return pinsFirst(after, limit);
        }
        return way.isPresent() && matching.isGatherable()
                ? gathered(way.get(), keyset, after, limit)
                : walks()
                        ? walk().next(after, limit, matching.probed())
                        : selection.sorted(keyset, orders, matching.whole(), after, limit);
    }

    /** Runs of the beginning of the way, if it is worth the while to look there first. */
    private List<Found> begun(RunWay way, Keyset keyset, Optional<List<Object>> after, int limit) {
        Optional<Condition> beginning = Optional.of(way)
                .filter(_ -> matching.isGatherable() || !walks())
                .flatMap(on -> on.after(sql, effort.window()))
                .map(boundary -> matching.probed().and(way.term().before(boundary)));
        return beginning.isEmpty()
                ? List.of()
                : walks()
                        ? walk().withValue(after, limit, beginning.get())
                        : selection.sorted(keyset, orders, beginning.get(), after, limit);
    }

    private List<Found> pinsFirst(Optional<List<Object>> after, int limit) {
        Keyset order = selection.keyset(orders);
        Condition all = isIndexed(order) ? matching.probed() : matching.whole();
        return new PinnedFirst(sql, selection, matching, orders)
                .next(
                        order,
                        all.andNot(matching.pinned()),
                        after,
                        limit,
                        query.page().offset());
    }

    private List<Found> gathered(RunWay way, Keyset keyset, Optional<List<Object>> after, int limit) {
        Optional<GatheredRuns> all = matching.all();
        Optional<List<Long>> candidates = all.flatMap(runs -> runs.size() <= effort.few()
                ? Optional.of(runs.numbers())
                : way.candidates(sql, runs, limit, effort.window()));
        if (candidates.isPresent()) {
            List<Found> found = selection.sorted(keyset, orders, matching.among(candidates.get()), after, limit);
            // Runs go on while they are gathered: a page that lacks some is no last page for that.
            if (found.size() == limit || candidates.get().size() == all.get().size()) {
                return found;
            }
        }
        return walks()
                ? walk().next(after, limit, matching.gathered(way.number()))
                : selection.sorted(keyset, orders, matching.whole(), after, limit);
    }

    /** Whether the order is by what lies in a table of its own, with an index. */
    private boolean walks() {
        return fromTheBegin() && RunWalk.isPossible(query, orders);
    }

    private boolean fromTheBegin() {
        return experiments.size() == 1 && query.page().offset() == 0 && query.pins() == Pins.IGNORED;
    }

    private RunWalk walk() {
        return new RunWalk(sql, selection, matching, orders, experiments.getFirst());
    }

    /** The way along an index, if there is one and the page before ended on it. */
    private Optional<RunWay> way(Keyset keyset, Optional<List<Object>> after) {
        if (walks()) {
            return walk().way(after);
        }
        Keyset.Term<?> term = keyset.first();
        return fromTheBegin() && isIndexed(keyset)
                ? Optional.of(new RunWay(indexOfRuns(term), term.direction(), after.map(List::getFirst)))
                : Optional.empty();
    }

    private boolean isIndexed(Keyset keyset) {
        return Stream.of(r.STARTED_AT, r.NAME, r.UPDATED_AT)
                .anyMatch(keyset.first().field()::equals);
    }

    private ValueIndex indexOfRuns(Keyset.Term<?> term) {
        return new ValueIndex(r, r.EXPERIMENT.eq(experiments.getFirst()), term.field(), r.RUN_NUMBER);
    }

    private Page<Hit> page(List<Found> found, LongSupplier count) {
        boolean more = found.size() > query.page().size();
        List<Found> shown = more ? found.subList(0, query.page().size()) : found;
        Optional<String> next =
                more ? Optional.of(new PageToken(fingerprint(), shown.getLast().place()).text()) : Optional.empty();
        OptionalLong total = query.page().total() == PageRequest.Total.COUNTED
                ? OptionalLong.of(count.getAsLong())
                : OptionalLong.empty();
        return new Page<>(shown.stream().map(Found::hit).toList(), next, total);
    }

    /** Many are counted as they were gathered: the database would build a tree of them. */
    private long countMany() {
        return memory().map(SearchInMemory::count)
                .or(() -> matching.all().map(runs -> (long) runs.size()))
                .orElseGet(() -> matching.count(matching.whole()));
    }

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
}
