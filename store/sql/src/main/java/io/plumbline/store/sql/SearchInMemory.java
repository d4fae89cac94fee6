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
    private static final Field ID = new Field.Of(RunAttribute.ID);
    private static final Field PARENT = new Field.Of(RunAttribute.PARENT);

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
     * @param apart those that have any place among them, and may match; where the parts of runs matter, they do match
     */
    private record Prepared(int[] arranged, List<Long> apart) {}

    private boolean isByParts() {
        return query.reach() == RunQuery.Reach.DESCENDANTS;
    }

    /** Whether memory tells which runs match. Which run is part of which, it does not tell of more ids than it keeps. */
    boolean isPossible() {
        return !isByParts()
                || Stream.of(PARENT, ID).allMatch(field -> byText(field).texts().isPresent());
    }

    private OrderedRuns byText(Field field) {
        return orders.get(field, RunAttribute.Kind.TEXT).order();
    }

    /** Whether all orders that are needed are in memory; where the parts of runs matter, they are always worth reading. */
    boolean isHeld() {
        return isByParts() || areOrdersHeld();
    }

    private boolean areOrdersHeld() {
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
        BitSet runs = isByParts() ? withRunsAbove() : meeting(asked());
        BitSet apart = isByParts() ? pinsAmong(runs) : both(orders.changed(), pins());
        runs.andNot(apart);
        return new Prepared(RunArrangement.of(runs, terms), new GatheredRuns(apart).numbers());
    }

    private BitSet pins() {
        return query.pins() == RunQuery.Pins.IGNORED
                ? new BitSet()
                : matching.pins().asSet();
    }

    /** The pins that match: as those who do, or whatever they are if all are wanted. */
    private BitSet pinsAmong(BitSet runs) {
        BitSet pins = pins();
        pins.and(query.pins().included() ? meeting(Stream.of()) : runs);
        return pins;
    }

    /** Those in or out of the bin, as it is asked, that meet conditions. */
    private BitSet meeting(Stream<Condition> all) {
        BitSet runs = all.map(conditions::meeting)
                .reduce((one, other) -> {
                    one.and(other);
                    return one;
                })
                .orElseGet(conditions::all);
        matching.leaveLifecycle(new GatheredRuns(runs));
        return runs;
    }

    private BitSet withRunsAbove() {
        BitSet parts = meeting(query.conditions().stream());
        BitSet runs = both(parts, new Ancestors(byText(PARENT), byText(ID)).above(parts));
        runs.and(meeting(query.within().stream()));
        return runs;
    }

    private RunArrangement.Term term(Order term) {
        return new RunArrangement.Term(
                orders.get(term.field(), FieldOrders.kind(term.field())).order(),
                () -> orders.notANumber(term.field()),
                term.direction());
    }

    private static BitSet both(BitSet some, BitSet others) {
        BitSet both = (BitSet) some.clone();
        both.or(others);
        return both;
    }

    private org.jooq.Condition among(List<Long> some) {
        return isByParts() ? matching.known(some) : matching.among(some);
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
        int begin = after.map(
                        values -> Places.first(arranged, some -> selection.after(keyset, terms, among(some), values)))
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
                : selection.sorted(keyset, terms, among(candidates), after, limit, offset - passed);
    }

    /** How many match. */
    long count() {
        List<Long> apart = prepared().apart;
        return prepared().arranged.length + (apart.isEmpty() ? 0 : matching.count(among(apart)));
    }
}
