package io.plumbline.store.sql;

import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Numbers of runs as a set. They come from the database as one text, since a row for each takes several times as long. */
final class GatheredRuns {
    private final BitSet numbers;

    /** Those of a set, which it changes with. */
    GatheredRuns(BitSet numbers) {
        this.numbers = numbers;
    }

    /** Takes numbers one by one, as long as it wants more. */
    static void forEach(DSLContext sql, Select<Record1<Long>> numbers, LongPredicate wantsMore) {
        Table<Record1<Long>> some = numbers.asTable("some");
        Field<String> all = DSL.groupConcat(some.field(0)).separator(",");
        String text = sql.select(all).from(some).fetchSingle(all);
        int place = 0;
        while (text != null && place < text.length()) {
            int comma = text.indexOf(',', place);
            int end = comma < 0 ? text.length() : comma;
            if (!wantsMore.test(Long.parseLong(text, place, end, 10))) {
                return;
            }
            place = end + 1;
        }
    }

    /** Those that a query gives. */
    static GatheredRuns of(DSLContext sql, Select<Record1<Long>> numbers) {
        GatheredRuns runs = new GatheredRuns(new BitSet());
        forEach(sql, numbers, number -> {
            runs.numbers.set(Math.toIntExact(number));
            return true;
        });
        return runs;
    }

    /** Keeps those that are also among the others. */
    void retain(GatheredRuns others) {
        numbers.and(others.numbers);
    }

    /** Takes the others away. */
    void remove(GatheredRuns others) {
        numbers.andNot(others.numbers);
    }

    /** The set itself. */
    BitSet asSet() {
        return numbers;
    }

    boolean contains(long number) {
        return numbers.get(Math.toIntExact(number));
    }

    int size() {
        return numbers.cardinality();
    }

    /** All, the lowest first. */
    List<Long> numbers() {
        return numbers.stream().mapToObj(Long::valueOf).toList();
    }
}
