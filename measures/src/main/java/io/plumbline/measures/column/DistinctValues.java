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

    private static final int BLOCK = 2048;
    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

    private final int[] hit = new int[BLOCK + 1];

    private double[] kept = new double[SLOTS];
    private int[] counts = new int[SLOTS];
    private int distinct;
    private int zeroBits;

    /** Counts the first {@code size} numbers, which must be finite. */
    void add(double[] numbers, int size) {
        int from = 0;
        while (from < size) {
            int to = Math.min(from + BLOCK, size);
            if (zeroBits == 0) {
                addAll(numbers, from, to);
            } else {
                addSampled(numbers, from, to);
            }
            from = to;
        }
    }

    private void addAll(double[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            add(numbers[i]);
        }
    }

    /** Finds those to be counted first: without a branch for each, because nearly none are. */
    private void addSampled(double[] numbers, int from, int to) {
        int shift = Long.SIZE - zeroBits;
        int hits = 0;
        for (int i = from; i < to; i++) {
            hit[hits] = i;
            hits += hash(numbers[i]) >>> shift == 0 ? 1 : 0;
        }
        for (int i = 0; i < hits; i++) {
            add(numbers[hit[i]]);
        }
    }

    private void add(double number) {
        long hash = hash(number);
        if (isSampled(hash)) {
            count(number, hash, 1);
            if (distinct > LIMIT) {
                thinOut();
            }
        }
    }

    private boolean isSampled(long hash) {
        return zeroBits == 0 || hash >>> (Long.SIZE - zeroBits) == 0;
    }

    private void count(double number, long hash, int times) {
        int slot = slotOf(hash);
        // == so that -0.0 and 0.0 are one number
        while (counts[slot] != 0 && kept[slot] != number) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (counts[slot] == 0) {
            kept[slot] = number + 0.0;
            distinct++;
        }
        counts[slot] += times;
    }

    private static long hash(double number) {
        // adding 0.0 makes -0.0 and 0.0 one number
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return (bits ^ (bits >>> 32)) * SCATTER;
    }

    /** From bits below those that numbers are sampled by. */
    private static int slotOf(long hash) {
        return (int) (hash >>> 24) & (SLOTS - 1);
    }

    private void thinOut() {
        double[] numbers = kept;
        int[] times = counts;
        kept = new double[SLOTS];
        counts = new int[SLOTS];
        distinct = 0;
        zeroBits++;
        for (int slot = 0; slot < SLOTS; slot++) {
            long hash = hash(numbers[slot]);
            if (times[slot] != 0 && isSampled(hash)) {
                count(numbers[slot], hash, times[slot]);
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
        double[] different = new double[distinct];
        int total = 0;
        int found = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (counts[slot] != 0) {
                different[found++] = kept[slot];
                total += counts[slot];
            }
        }
        Arrays.sort(different);
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
        int slot = slotOf(hash(number));
        while (kept[slot] != number || counts[slot] == 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return counts[slot];
    }
}
