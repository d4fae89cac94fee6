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

    private static final long FIRST_SCATTER = 0x9E37_79B9_7F4A_7C15L;
    private static final long SECOND_SCATTER = 0xBF58_476D_1CE4_E5B9L;

    private double[] kept = new double[SLOTS];
    private int[] counts = new int[SLOTS];
    private int distinct;
    private int zeroBits;

    /** Counts the first {@code size} numbers, which must be finite. */
    void add(double[] numbers, int size) {
        int i = 0;
        while (i < size) {
            i = zeroBits == 0 ? addAll(numbers, i, size) : addSampled(numbers, i, size);
            if (distinct > LIMIT) {
                thinOut();
            }
        }
    }

    /** Goes as far as there is room; returns where to go on. */
    private int addAll(double[] numbers, int from, int size) {
        int i = from;
        while (i < size && distinct <= LIMIT) {
            count(numbers[i], hash(numbers[i]), 1);
            i++;
        }
        return i;
    }

    private int addSampled(double[] numbers, int from, int size) {
        int shift = Long.SIZE - zeroBits;
        for (int i = from; i < size; i++) {
            long hash = hash(numbers[i]);
            if (hash >>> shift == 0) {
                count(numbers[i], hash, 1);
                if (distinct > LIMIT) {
                    return i + 1;
                }
            }
        }
        return size;
    }

    private void count(double number, long hash, int times) {
        int slot = (int) hash & (SLOTS - 1);
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
        long first = Double.doubleToRawLongBits(number + 0.0) * FIRST_SCATTER;
        return (first ^ (first >>> 32)) * SECOND_SCATTER;
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
            if (times[slot] != 0 && hash >>> (Long.SIZE - zeroBits) == 0) {
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
        int slot = (int) hash(number) & (SLOTS - 1);
        while (kept[slot] != number || counts[slot] == 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return counts[slot];
    }
}
