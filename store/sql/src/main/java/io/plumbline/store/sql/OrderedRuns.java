package io.plumbline.store.sql;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Runs in the order of a value, in memory. What is equal is a group.
 *
 * @param numbers of the runs, those of the lowest value first; within a group in any order
 * @param begins at which places a group begins
 * @param texts the value of each group, where they are texts and are kept
 */
record OrderedRuns(int[] numbers, BitSet begins, Optional<GroupTexts> texts) {
    /** How many different values there are. */
    int groups() {
        return begins.cardinality();
    }

    /** Whether no value is that of two runs. */
    boolean isOfDifferent() {
        return groups() == numbers.length;
    }

    /** What it takes in memory. */
    long bytes() {
        return (long) numbers.length * Integer.BYTES
                + begins.size() / Byte.SIZE
                + texts.map(all -> all.bytes().length + (long) all.ends().length * Integer.BYTES)
                        .orElse(0L);
    }

    /** Looks at a run, and at which group it is of. */
    interface Visitor {
        /** Looks at the next one. */
        void visit(int run, int group);
    }

    /** Goes along the order. */
    void forEach(Visitor visitor) {
        int group = -1;
        for (int place = 0; place < numbers.length; place++) {
            group += begins.get(place) ? 1 : 0;
            visitor.visit(numbers[place], group);
        }
    }

    /** The runs of some groups. */
    BitSet where(IntPredicate wanted) {
        boolean[] groups = new boolean[groups()];
        IntStream.range(0, groups.length).forEach(group -> groups[group] = wanted.test(group));
        BitSet runs = new BitSet();
        forEach((run, group) -> {
            if (groups[group]) {
                runs.set(run);
            }
        });
        return runs;
    }

    /** All of them. */
    BitSet all() {
        BitSet runs = new BitSet();
        for (int run : numbers) {
            runs.set(run);
        }
        return runs;
    }

    /** Those of some runs that are in it, in its order. */
    int[] among(BitSet some) {
        int[] among = new int[numbers.length];
        int count = 0;
        for (int run : numbers) {
            if (some.get(run)) {
                among[count++] = run;
            }
        }
        return Arrays.copyOf(among, count);
    }

    /** The same order without some runs. */
    int[] without(BitSet some) {
        if (some.isEmpty()) {
            return numbers;
        }
        BitSet others = all();
        others.andNot(some);
        return among(others);
    }

    /** Takes runs in their order. */
    static final class Builder {
        private final IntStream.Builder numbers = IntStream.builder();
        private final BitSet begins = new BitSet();
        private int count;

        void begin() {
            begins.set(count);
        }

        void add(int run) {
            numbers.add(run);
            count++;
        }

        OrderedRuns build(Optional<GroupTexts> texts) {
            return new OrderedRuns(numbers.build().toArray(), begins, texts);
        }
    }
}
