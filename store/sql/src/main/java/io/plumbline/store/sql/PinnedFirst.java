package io.plumbline.store.sql;

import io.plumbline.store.sql.RunSelection.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Finds the runs that the caller pinned, which are few, and then the others, which need not be held against the pins one by one. */
final class PinnedFirst {
    private final DSLContext sql;
    private final RunSelection selection;
    private final RunMatching matching;
    private final List<RunOrder> orders;

    PinnedFirst(DSLContext sql, RunSelection selection, RunMatching matching, List<RunOrder> orders) {
        this.sql = sql;
        this.selection = selection;
        this.matching = matching;
        this.orders = orders;
    }

    /**
     * The runs after the one with these values.
     *
     * @param order that they are in, without the pins
     * @param others what those must meet that are not pinned
     * @param offset so many are passed over
     */
    List<Found> next(Keyset order, Condition others, Optional<List<Object>> after, int limit, long offset) {
        boolean amongPins = after.map(values -> !isZero(values.getFirst())).orElse(true);
        List<Found> found = new ArrayList<>();
        if (amongPins) {
            found.addAll(selection.sorted(selection.afterPins(order), orders, pinned(), after, limit, offset));
        }
        if (found.size() < limit) {
            Optional<List<Object>> place =
                    after.filter(_ -> !amongPins).map(values -> values.subList(1, values.size()));
            selection
                    .sorted(order, orders, others, place, limit - found.size(), offsetOfOthers(offset))
                    .forEach(other -> found.add(other.behind(List.of(0L))));
        }
        return found;
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.longValue() == 0;
    }

    private Condition pinned() {
        return matching.probed().and(matching.pinned());
    }

    private long offsetOfOthers(long offset) {
        return offset == 0
                ? 0
                : Math.max(
                        0,
                        offset
                                - sql.fetchCount(
                                        DSL.selectOne().from(selection.row()).where(pinned())));
    }
}
