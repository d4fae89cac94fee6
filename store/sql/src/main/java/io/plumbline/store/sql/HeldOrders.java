package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Field;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The orders of runs that indexes of what they logged have, kept in memory for the searches to come. An order goes on being used after runs have changed: they are
 * left out of it, and whoever searches looks at each of them. Only for a database that has one writer, who tells {@link RunChanges}. Safe for use by several
 * threads.
 */
final class HeldOrders {
    private final RunChanges changes;
    private final long most;
    private final Map<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);
    private long count;

    /**
     * None yet.
     *
     * @param most so many numbers of runs are kept, of four bytes each
     */
    HeldOrders(RunChanges changes, long most) {
        this.changes = changes;
        this.most = most;
    }

    /** Of the database. */
    RunChanges changes() {
        return changes;
    }

    /** Which index: by this column, of what the runs of an experiment have in a field. */
    record Key(long experiment, Field field, String column) {}

    /** Runs by their value in an index, the lowest first. No change later than that of the number is certain to be in it. */
    private record Held(int[] runs, long asOf) {}

    private synchronized Optional<Held> find(Key key) {
        return Optional.ofNullable(held.get(key));
    }

    private synchronized void keep(Key key, Held order) {
        Held before = held.put(key, order);
        count += order.runs.length - (before == null ? 0 : before.runs.length);
        var eldest = held.entrySet().iterator();
        while (count > most) {
            count -= eldest.next().getValue().runs.length;
            eldest.remove();
        }
    }

    /** For a search that sees one state of the database from its first query to its last: taken before that, and asked for orders after it. */
    ForSearch forSearch() {
        return new ForSearch(changes.settled());
    }

    /** The orders as one search may use them. */
    final class ForSearch {
        private final long begin;

        private ForSearch(long begin) {
            this.begin = begin;
        }

        /** The order of an index, where it is kept and few runs have changed since. */
        Optional<OrderedRuns> find(Key key) {
            return HeldOrders.this.find(key).flatMap(order -> ordered(key, order));
        }

        /** The order of an index, which is read where it is not kept, or has changed too much. */
        OrderedRuns get(Key key, Supplier<int[]> reading) {
            return find(key).orElseGet(() -> {
                Held read = new Held(reading.get(), begin);
                keep(key, read);
                return new OrderedRuns(read.runs, new BitSet());
            });
        }

        /** Another search may have read the order later than this one sees the database: what changed between them is left out too. */
        private Optional<OrderedRuns> ordered(Key key, Held order) {
            return changes.since(key.experiment, Math.min(order.asOf, begin))
                    .map(changed -> new OrderedRuns(order.runs, changed));
        }
    }
}
