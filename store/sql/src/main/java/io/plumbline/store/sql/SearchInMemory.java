package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Condition;
import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.Order;
import io.plumbline.domain.experiment.RunAttribute;
import io.plumbline.domain.experiment.RunQuery;
import io.plumbline.store.sql.RunSelection.Found;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A search among the runs of one experiment that takes from memory which runs match and in which order, and asks the database for the rows of the page. Runs that
 * changed, and those that are pinned where this matters, are apart: they are looked at one by one, and put among those of the page by the database.
 */
final class SearchInMemory {
    private static final Order NEWEST = Order.descending(new Field.Of(RunAttribute.STARTED_AT));

    private final RunQuery query;
    private final RunMatching matching;
    private final RunSelection selection;
    private final FieldOrders orders;
    private final HeldConditions conditions;
    private Optional<Prepared> prepared = Optional.empty();

    SearchInMemory(
            RunQuery query,
            RunMatching matching,
            RunSelection selection,
            FieldOrders orders,
            HeldConditions conditions) {
        this.query = query;
        this.matching = matching;
        this.selection = selection;
        this.orders = orders;
        this.conditions = conditions;
    }

    /**
     * The runs that match.
     *
     * @param arranged in their order
     * @param apart those that may match and have any place among them
     */
    private record Prepared(int[] arranged, List<Long> apart) {}

    /** Whether all orders that are needed are in memory. */
    boolean isHeld() {
        return terms().allMatch(term -> orders.isHeld(term.field(), FieldOrders.kind(term.field())))
                && asked().allMatch(conditions::isHeld)
                && (asked().findAny().isPresent() || conditions.areAllHeld());
    }

    private Stream<Order> terms() {
        return Stream.concat(query.orders().stream(), Stream.of(NEWEST));
    }

    private Stream<Condition> asked() {
        return Stream.concat(query.within().stream(), query.conditions().stream());
    }

    private Prepared prepared() {
        if (prepared.isEmpty()) {
            prepared = Optional.of(prepare());
        }
        return prepared.get();
    }

    /** Takes all orders before it looks at what changed since one of them was read. */
    private Prepared prepare() {
        List<RunArrangement.Term> terms = terms().map(this::term).toList();
        BitSet runs =
                asked().map(conditions::meeting).reduce(SearchInMemory::both).orElseGet(conditions::all);
        BitSet apart = (BitSet) orders.changed().clone();
        if (query.pins() != RunQuery.Pins.IGNORED) {
            apart.or(matching.pins().asSet());
        }
        matching.leaveLifecycle(new GatheredRuns(runs));
        runs.andNot(apart);
        return new Prepared(RunArrangement.of(runs, terms), new GatheredRuns(apart).numbers());
    }

    private RunArrangement.Term term(Order term) {
        return new RunArrangement.Term(
                orders.get(term.field(), FieldOrders.kind(term.field())).order(),
                () -> orders.notANumber(term.field()),
                term.direction());
    }

    private static BitSet both(BitSet one, BitSet other) {
        one.and(other);
        return one;
    }

    /**
     * The runs of a page. Those before it are passed over, but for so many as runs that are apart may lie before it.
     *
     * @param terms of the order
     * @param after the values of the last run of the page before
     */
    List<Found> page(Keyset keyset, List<RunOrder> terms, Optional<List<Object>> after, int limit) {
        int[] arranged = prepared().arranged;
        List<Long> apart = prepared().apart;
        int begin = after.map(values ->
                        Places.first(arranged, some -> selection.after(keyset, terms, matching.among(some), values)))
                .orElse(0);
        long offset = query.page().offset();
        int passed = Math.clamp(offset - apart.size(), 0, arranged.length - begin);
        int end = (int) Math.min(arranged.length, begin + offset + limit);
        List<Long> candidates = Stream.concat(
                        apart.stream(),
                        Arrays.stream(arranged, begin + passed, end).mapToObj(Long::valueOf))
                .toList();
        return candidates.isEmpty()
                ? List.of()
                : selection.sorted(keyset, terms, matching.among(candidates), after, limit, offset - passed);
    }

    /** How many match. */
    long count() {
        List<Long> apart = prepared().apart;
        return prepared().arranged.length + (apart.isEmpty() ? 0 : matching.count(matching.among(apart)));
    }
}
