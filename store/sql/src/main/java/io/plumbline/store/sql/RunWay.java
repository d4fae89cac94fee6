package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Order.Direction;
import io.plumbline.store.sql.Keyset.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * The way along the index of what runs are ordered by, from where the page before ended.
 *
 * @param index that it goes along
 * @param direction in which it goes
 * @param from the value at which the page before ended
 */
record RunWay(ValueIndex index, Direction direction, Optional<Object> from) {
    /** So many runs at most are put in order for a page. */
    private static final int MOST = 5_000;

    Term<?> term() {
        return new Term<>(index.value(), direction);
    }

    /** The number of a run, in the table of the index. */
    Field<Long> number() {
        return index.number();
    }

    /** The value at which so many rows are behind; empty where the way is no longer. */
    Optional<?> after(DSLContext sql, int rowsBehind) {
        return sql.select(index.value())
                .from(index.table())
                .where(onward(from))
                .orderBy(term().sort())
                .limit(1)
                .offset(rowsBehind)
                .fetchOptional(0);
    }

    private Condition onward(Optional<?> value) {
        return index.valued().and(value.map(term()::atOrAfter).orElseGet(DSL::trueCondition));
    }

    /**
     * Runs among which the page is, because every other one that matches comes after it; empty where these are too many, or where runs that are not on the
     * way at all belong to the page.
     *
     * @param firstRows so many rows of the way are read at first
     */
    Optional<List<Long>> candidates(DSLContext sql, GatheredRuns matching, int limit, int firstRows) {
        Set<Long> found = new LinkedHashSet<>(
                from.map(value -> alike(sql, matching, value)).orElseGet(Set::of));
        int enough = found.size() + limit;
        if (enough > MOST) {
            return Optional.empty();
        }
        LongPredicate wantsMore = run -> !matching.contains(run) || !found.add(run) || found.size() < enough;
        forEach(sql, firstRows, wantsMore);
        return found.size() < enough
                ? Optional.of(List.copyOf(found)).filter(all -> all.size() == matching.size())
                : withAlike(sql, matching, found);
    }

    private Optional<List<Long>> withAlike(DSLContext sql, GatheredRuns matching, Set<Long> found) {
        Optional<?> value = value(sql, List.copyOf(found).getLast());
        value.ifPresent(reached -> found.addAll(alike(sql, matching, reached)));
        return value.isPresent() && found.size() <= MOST ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    private Optional<?> value(DSLContext sql, long run) {
        return sql.select(index.value())
                .from(index.table())
                .where(index.valued())
                .and(index.number().eq(run))
                .fetchOptional(0);
    }

    /**
     * Takes the runs on the way, in its order, as long as it wants more: part by part, each twice as long as the one before. A part begins at the last value
     * of the one before, so that some come twice. The way ends early where the run of that value is gone meanwhile.
     */
    private void forEach(DSLContext sql, int firstRows, LongPredicate wantsMore) {
        Condition begin = onward(from);
        boolean more = true;
        for (long size = firstRows; more; size = Math.min(size * 2, Integer.MAX_VALUE)) {
            Part part = new Part(wantsMore);
            GatheredRuns.forEach(sql, inOrder(begin, size), part);
            Optional<?> last = part.isWanted && part.count == size ? value(sql, part.last) : Optional.empty();
            begin = onward(last);
            more = last.isPresent();
        }
    }

    private Select<Record1<Long>> inOrder(Condition which, long most) {
        return DSL.select(index.number())
                .from(index.table())
                .where(which)
                .orderBy(term().sort())
                .limit(most);
    }

    /** Looks at the runs that go by. */
    private static final class Part implements LongPredicate {
        private final LongPredicate wantsMore;
        private long count;
        private long last;
        private boolean isWanted = true;

        Part(LongPredicate wantsMore) {
            this.wantsMore = wantsMore;
        }

        @Override
        public boolean test(long run) {
            count++;
            last = run;
            isWanted = wantsMore.test(run);
            return isWanted;
        }
    }

    /** Those of one value, which the index does not put in order. */
    private Set<Long> alike(DSLContext sql, GatheredRuns matching, Object value) {
        Set<Long> alike = new LinkedHashSet<>();
        SelectConditionStep<Record1<Long>> such = DSL.select(index.number())
                .from(index.table())
                .where(index.valued())
                .and(term().equal(value));
        GatheredRuns.forEach(sql, such, run -> !matching.contains(run) || !alike.add(run) || alike.size() <= MOST);
        return alike;
    }
}
