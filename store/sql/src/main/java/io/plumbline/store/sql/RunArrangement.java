package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Order.Direction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/** Puts runs in order by several values, one after the other from the last to the first: each leaves those in their order that it does not tell apart. */
final class RunArrangement {
    private final BitSet runs;
    private final long[] words;
    private final int[] runsBefore;
    private int[] arranged;

    /** Of these runs, the lowest number first. */
    RunArrangement(BitSet runs) {
        this.runs = runs;
        this.words = runs.toLongArray();
        this.runsBefore = new int[words.length];
        this.arranged = runs.stream().toArray();
        for (int word = 1; word < words.length; word++) {
            runsBefore[word] = runsBefore[word - 1] + Long.bitCount(words[word - 1]);
        }
    }

    /** How many of the runs have a lower number than one of them. */
    private int place(int run) {
        int word = run / Long.SIZE;
        long lower = (1L << run % Long.SIZE) - 1;
        return runsBefore[word] + Long.bitCount(words[word] & lower);
    }

    /**
     * Puts them in order by a value, whose runs without it come last whatever the direction is.
     *
     * @param notANumber those that come before the last ones, since their value is no number
     */
    void by(OrderedRuns order, Supplier<BitSet> notANumber, Direction direction) {
        int[] valued = order.among(runs);
        if (valued.length == arranged.length && order.isOfDifferent()) {
            arranged = direction == Direction.ASCENDING ? valued : reversed(valued);
            return;
        }
        int groups = order.groups();
        int[] ranks = new int[arranged.length];
        Arrays.fill(ranks, groups + 1);
        order.forEach((run, group) -> {
            if (runs.get(run)) {
                ranks[place(run)] = direction == Direction.ASCENDING ? group : groups - 1 - group;
            }
        });
        if (valued.length < arranged.length) {
            notANumber.get().stream().filter(runs::get).forEach(run -> ranks[place(run)] = groups);
        }
        arrange(ranks, groups + 2);
    }

    private static int[] reversed(int[] some) {
        int[] reversed = new int[some.length];
        for (int place = 0; place < some.length; place++) {
            reversed[some.length - 1 - place] = some[place];
        }
        return reversed;
    }

    /** Each run goes to the next place of its rank. */
    private void arrange(int[] ranks, int count) {
        int[] next = new int[count + 1];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] before = arranged;
        arranged = new int[before.length];
        for (int run : before) {
            arranged[next[ranks[place(run)]]++] = run;
        }
    }

    /** The runs in their order. */
    int[] runs() {
        return arranged;
    }
}
