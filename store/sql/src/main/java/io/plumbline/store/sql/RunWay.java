package io.plumbline.store.sql;

import io.plumbline.store.sql.Keyset.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The way along the index of what runs are ordered by, from where the page before ended.
 *
 * @param table whose index it is
 * @param rows of the table that lie on the way
 * @param term that the index is by
 * @param from the value at which the page before ended
 * @param number of a run, in the table
 */
record RunWay(Table<? extends Record> table, Condition rows, Term<?> term, Optional<Object> from, Field<Long> number) {
    /** So many runs at most are put in order for a page. */
    private static final int MOST = 5_000;

    /** The value at which so many rows are behind; empty where the way is no longer. */
    Optional<?> after(DSLContext sql, int rowsBehind) {
        return sql.select(term.field())
                .from(table)
                .where(onward())
                .orderBy(term.sort())
                .limit(1)
                .offset(rowsBehind)
                .fetchOptional(0);
    }

    private Condition onward() {
        return rows.and(from.map(term::atOrAfter).orElseGet(DSL::trueCondition));
    }

    /**
     * Runs among which the page is, because every other one that matches comes after it; empty where these are too many, or where runs that are not on the
     * way at all belong to the page.
     */
    Optional<List<Long>> candidates(DSLContext sql, GatheredRuns matching, int limit) {
        Set<Long> found = new LinkedHashSet<>(
                from.map(value -> alike(sql, matching, value)).orElseGet(Set::of));
        int enough = found.size() + limit;
        if (enough > MOST) {
            return Optional.empty();
        }
        GatheredRuns.forEach(
                sql, inOrder(), run -> !matching.contains(run) || !found.add(run) || found.size() < enough);
        return found.size() < enough
                ? Optional.of(List.copyOf(found)).filter(all -> all.size() == matching.size())
                : withAlike(sql, matching, found);
    }

    private Optional<List<Long>> withAlike(DSLContext sql, GatheredRuns matching, Set<Long> found) {
        long last = List.copyOf(found).getLast();
        Optional<?> value = sql.select(term.field())
                .from(table)
                .where(rows)
                .and(number.eq(last))
                .fetchOptional(0);
        value.ifPresent(reached -> found.addAll(alike(sql, matching, reached)));
        return value.isPresent() && found.size() <= MOST ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    private Select<Record1<Long>> inOrder() {
        return DSL.select(number).from(table).where(onward()).orderBy(term.sort());
    }

    /** Those of one value, which the index does not put in order. */
    private Set<Long> alike(DSLContext sql, GatheredRuns matching, Object value) {
        Set<Long> alike = new LinkedHashSet<>();
        SelectConditionStep<Record1<Long>> such =
                DSL.select(number).from(table).where(rows).and(term.equal(value));
        GatheredRuns.forEach(sql, such, run -> !matching.contains(run) || !alike.add(run) || alike.size() <= MOST);
        return alike;
    }
}
