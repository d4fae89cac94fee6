package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Field;
import io.plumbline.domain.experiment.RunAttribute;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The orders of runs by what they are and what they logged, kept in memory for the searches to come. An order goes on being used after runs have changed: they are
 * left out of it, and whoever searches looks at each of them. Only for a database that has one writer, who tells {@link RunChanges}. Safe for use by several
 * threads.
 */
final class HeldOrders {
    private static final int SHARE_OF_TEXTS = 8;

    private final RunChanges changes;
    private final long most;
    private final Map<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /**
     * None yet.
     *
     * @param most so many bytes are kept
     */
    HeldOrders(RunChanges changes, long most) {
        this.changes = changes;
        this.most = most;
    }

    /** Of the database. */
    RunChanges changes() {
        return changes;
    }

    /** The runs of an experiment by a field of theirs, as a text or as a number. */
    record Key(long experiment, Field field, RunAttribute.Kind kind) {
        /** Whether of long texts only their {@link IndexedText#beginning} puts runs in order. */
        boolean isOfBeginnings() {
            return kind == RunAttribute.Kind.TEXT && !(field instanceof Field.Of);
        }
    }

    /** No change later than that of the number is certain to be in the order. */
    private record Held(OrderedRuns order, long asOf) {}

    /**
     * An order as one search may use it.
     *
     * @param changed runs that may have another value by now, or none, or got their first one; all others are as they are in the order
     */
    record Usable(OrderedRuns order, BitSet changed) {
        /** The runs that did not change, in their order. */
        int[] unchanged() {
            return order.without(changed);
        }
    }

    private synchronized Optional<Held> find(Key key) {
        return Optional.ofNullable(held.get(key));
    }

    private synchronized void keep(Key key, Held order) {
        Held before = held.put(key, order);
        bytes += order.order.bytes() - (before == null ? 0 : before.order.bytes());
        var eldest = held.entrySet().iterator();
        while (bytes > most) {
            bytes -= eldest.next().getValue().order.bytes();
            eldest.remove();
        }
    }

    /** For a search that sees one state of the database from its first query to its last: taken before that, and asked for orders after it. */
    ForSearch forSearch() {
        return new ForSearch(changes.settled(), false);
    }

    /** The orders as one search may use them, by one thread. */
    final class ForSearch {
        private final long begin;
        private final boolean isExact;
        private final BitSet changed = new BitSet();

        private ForSearch(long begin, boolean isExact) {
            this.begin = begin;
            this.isExact = isExact;
        }

        /** The orders for a search that cannot leave runs out which changed: those are read anew of which any did. */
        ForSearch exact() {
            return new ForSearch(begin, true);
        }

        /** Texts of so many characters at most are kept with an order. */
        long mostCharacters() {
            return most / SHARE_OF_TEXTS;
        }

        /** Whether an order is kept, and few runs have changed since. */
        boolean isHeld(Key key) {
            return usable(key).isPresent();
        }

        /** An order, which is read where it is not kept, or has changed too much. */
        Usable get(Key key, Supplier<OrderedRuns> reading) {
            Usable usable = usable(key).orElseGet(() -> {
                Held read = new Held(reading.get(), begin);
                keep(key, read);
                return new Usable(read.order, new BitSet());
            });
            changed.or(usable.changed);
            return usable;
        }

        /** The runs that changed since one of the orders was read which this search got. */
        BitSet changed() {
            return changed;
        }

        /** Another search may have read the order later than this one sees the database: what changed between them is left out too. */
        private Optional<Usable> usable(Key key) {
            return find(key)
                    .flatMap(order -> changes.since(key.experiment, Math.min(order.asOf, begin))
                            .filter(since -> !isExact || since.isEmpty())
                            .map(since -> new Usable(order.order, since)));
        }
    }
}
