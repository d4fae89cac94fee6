package io.plumbline.store.sql;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Runs as an index put them in order, in memory.
 *
 * @param numbers of the runs, that of the lowest value first
 * @param changed runs that may have another value by now, or none, or got their first one; all others are as they are in the index
 */
record OrderedRuns(int[] numbers, BitSet changed) {
    /** The order that an index has now. */
    static int[] read(DSLContext sql, ValueIndex index) {
        IntStream.Builder numbers = IntStream.builder();
        GatheredRuns.forEach(sql, index.ascending(index.rows()).limit(Integer.MAX_VALUE), run -> {
            numbers.add(Math.toIntExact(run));
            return true;
        });
        return numbers.build().toArray();
    }

    /** At which place the runs begin whose value meets a condition that all greater values meet too. */
    int place(DSLContext sql, ValueIndex index, Condition atLeast) {
        FirstUnchanged first = new FirstUnchanged(changed);
        int enough = changed.cardinality() + 1;
        GatheredRuns.forEach(sql, index.ascending(index.rows().and(atLeast)).limit(enough), first);
        return first.run < 0 ? numbers.length : placeOf(first.run);
    }

    private int placeOf(long run) {
        int place = 0;
        while (numbers[place] != run) {
            place++;
        }
        return place;
    }

    private static final class FirstUnchanged implements LongPredicate {
        private final BitSet changed;
        private long run = -1;

        FirstUnchanged(BitSet changed) {
            this.changed = changed;
        }

        @Override
        public boolean test(long number) {
            boolean isChanged = changed.get(Math.toIntExact(number));
            run = isChanged ? run : number;
            return isChanged;
        }
    }

    /** The runs of these places that did not change. */
    GatheredRuns between(int from, int to) {
        BitSet runs = new BitSet();
        Arrays.stream(numbers, from, to).forEach(runs::set);
        runs.andNot(changed);
        return new GatheredRuns(runs);
    }

    /** Takes the runs that did not change from a place upwards, as long as more are wanted. */
    void upwards(int from, LongPredicate wantsMore) {
        boolean more = true;
        for (int place = from; more && place < numbers.length; place++) {
            more = changed.get(numbers[place]) || wantsMore.test(numbers[place]);
        }
    }

    /** Takes the runs that did not change below a place, the highest first, as long as more are wanted. */
    void downwards(int below, LongPredicate wantsMore) {
        boolean more = true;
        for (int place = below - 1; more && place >= 0; place--) {
            more = changed.get(numbers[place]) || wantsMore.test(numbers[place]);
        }
    }

    List<Long> changedRuns() {
        return changed.stream().mapToObj(Long::valueOf).toList();
    }
}
