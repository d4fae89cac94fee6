package io.plumbline.store.sql;

import io.plumbline.domain.experiment.Order.Direction;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts runs in order by several values, one after the other from the last to the first: each leaves those in their order that it does not tell apart. */
final class RunArrangement {
    private final BitSet runs;
    private final long[] words;
    private final int[] runsBefore;
    private int[] arranged;

    private RunArrangement(BitSet runs, int[] arranged) {
        this.runs = runs;
        this.arranged = arranged;
        this.words = runs.toLongArray();
        this.runsBefore = new int[words.length];
        for (int word = 1; word < words.length; word++) {
            runsBefore[word] = runsBefore[word - 1] + Long.bitCount(words[word - 1]);
        }
    }

    /**
     * A value to put runs in order by. Those without it come last whatever the direction is.
     *
     * @param notANumber those that come before the last ones, since their value is no number
     */
    record Term(OrderedRuns order, Supplier<BitSet> notANumber, Direction direction) {
        /** The runs in this order alone, if it leaves none of them alike. */
        private Optional<int[]> alone(BitSet runs) {
            int count = runs.cardinality();
            return Optional.of(order)
                    .filter(all -> all.isOfDifferent() && all.numbers().length >= count)
                    .map(all -> all.among(runs))
                    .filter(valued -> valued.length == count)
                    .map(valued -> direction == Direction.ASCENDING ? valued : reversed(valued));
        }
    }

    /** Runs in the order of these values, then that of their numbers. Values behind one that leaves no runs alike do not matter. */
    static int[] of(BitSet runs, List<Term> terms) {
        for (int last = 0; last < terms.size(); last++) {
            Optional<int[]> alone = terms.get(last).alone(runs);
            if (alone.isPresent()) {
                return arranged(runs, alone.get(), terms.subList(0, last));
            }
        }
        return arranged(runs, runs.stream().toArray(), terms);
    }

    private static int[] arranged(BitSet runs, int[] beginning, List<Term> terms) {
        if (terms.isEmpty()) {
            return beginning;
        }
        RunArrangement arrangement = new RunArrangement(runs, beginning);
        terms.reversed().forEach(arrangement::by);
        return arrangement.arranged;
    }

    private static int[] reversed(int[] some) {
        int[] reversed = new int[some.length];
        for (int place = 0; place < some.length; place++) {
            reversed[some.length - 1 - place] = some[place];
        }
        return reversed;
    }

    private void by(Term term) {
        int groups = term.order.groups();
        int[] ranks = new int[arranged.length];
        Arrays.fill(ranks, groups + 1);
        term.order.forEach((run, group) -> {
            if (runs.get(run)) {
                ranks[place(run)] = term.direction == Direction.ASCENDING ? group : groups - 1 - group;
            }
        });
        if (Arrays.stream(ranks).anyMatch(rank -> rank > groups)) {
            term.notANumber.get().stream().filter(runs::get).forEach(run -> ranks[place(run)] = groups);
        }
        arrange(ranks, groups + 2);
    }

    /** How many of the runs have a lower number than one of them. */
    private int place(int run) {
        int word = run / Long.SIZE;
        long lower = (1L << run % Long.SIZE) - 1;
        return runsBefore[word] + Long.bitCount(words[word] & lower);
    }

    /** Each run goes to the next place of its rank. */
    private void arrange(int[] ranks, int count) {
        int[] next = new int[count + 1];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        for (int rank = 1; rank < next.length; rank++) {
            next[rank] += next[rank - 1];
        }
        int[] before = arranged;
        arranged = new int[before.length];
        for (int run : before) {
            arranged[next[ranks[place(run)]]++] = run;
        }
    }
}
