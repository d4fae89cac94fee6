package io.plumbline.measures.column;

import io.plumbline.measures.column.ColumnData.DistinctCount;
import java.util.Arrays;

/**
 * Counts different numbers in bounded memory: each by itself while there are at most {@value #LIMIT}. Then only those are kept whose
 * hash begins with a zero bit, then with two, and so on: a number that stays has been counted from its first row, and the number of
 * zero bits tells of how many the kept ones are a fair sample (Wegman's adaptive sampling; Flajolet, "On adaptive sampling", 1990).
 * The estimate does not depend on the order of the rows, and is about 2 % off. Not safe for use by several threads.
 */
final class DistinctValues {
    /** How many different numbers are kept at most. */
    static final int LIMIT = 4096;
    /** Four times the limit, so that a search seldom takes more than one step. */
    private static final int SLOTS = 4 * LIMIT;

    private static final char EMPTY = LIMIT + 1;

    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

    /** Where in {@link #kept} the number is of each slot. */
    private final char[] places = new char[SLOTS];

    private final double[] kept = new double[LIMIT + 1];
    private final int[] counts = new int[LIMIT + 1];
    private int distinct;
    private int zeroBits;
    /** The bits that are zero in the hash of each number that is kept. */
    private long zeros;

    DistinctValues() {
        Arrays.fill(places, EMPTY);
    }

    /** Counts the first {@code size} numbers, which must be finite. */
    void add(double[] numbers, int size) {
        for (int i = 0; i < size; i++) {
            long hash = hash(numbers[i]);
            if (isSampled(hash)) {
                add(numbers[i], hash);
            }
        }
    }

    private void add(double number, long hash) {
        count(number, hash, 1);
        while (distinct > LIMIT) {
            thinOut();
        }
    }

    private boolean isSampled(long hash) {
        return (hash & zeros) == 0;
    }

    private void count(double number, long hash, int times) {
        int slot = slotOf(number, hash);
        if (places[slot] == EMPTY) {
            places[slot] = (char) distinct;
            kept[distinct] = number + 0.0;
            counts[distinct] = 0;
            distinct++;
        }
        counts[places[slot]] += times;
    }

    /** The slot that the number is in, or else would be. */
    private int slotOf(double number, long hash) {
        // from bits below those that numbers are sampled by
        int slot = (int) (hash >>> 24) & (SLOTS - 1);
        // == so that -0.0 and 0.0 are one number
        while (places[slot] != EMPTY && kept[places[slot]] != number) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static long hash(double number) {
        // adding 0.0 makes -0.0 and 0.0 one number
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return (bits ^ (bits >>> 32)) * SCATTER;
    }

    private void thinOut() {
        zeroBits++;
        zeros = ~(-1L >>> zeroBits);
        Arrays.fill(places, EMPTY);
        int before = distinct;
        distinct = 0;
        for (int i = 0; i < before; i++) {
            long hash = hash(kept[i]);
            if (isSampled(hash)) {
                // never written beyond what has been read
                count(kept[i], hash, counts[i]);
            }
        }
    }

    /** Whether every different number was kept. */
    boolean isComplete() {
        return zeroBits == 0;
    }

    /** How many there are. */
    DistinctCount count() {
        return isComplete() ? DistinctCount.exactly(distinct) : DistinctCount.about((long) distinct << zeroBits);
    }

    /** All numbers that were counted, each as often as it was, ascending; they must be complete. */
    double[] inOrder() {
        double[] different = Arrays.copyOf(kept, distinct);
        Arrays.sort(different);
        int total = 0;
        for (int i = 0; i < distinct; i++) {
            total += counts[i];
        }
        return repeated(different, new double[total]);
    }

    private double[] repeated(double[] different, double[] all) {
        int from = 0;
        for (double number : different) {
            int to = from + countOf(number);
            Arrays.fill(all, from, to, number);
            from = to;
        }
        return all;
    }

    private int countOf(double number) {
        return counts[places[slotOf(number, hash(number))]];
    }
}
