package io.plumbline.measures.column;

import java.util.Arrays;

/**
 * Sorts many finite numbers: a radix sort from the least significant digit of their bits, in an order that is that of the numbers.
 * Digits that all numbers have in common cost nothing.
 */
public final class NumberSort {
    private static final int DIGIT = 11;
    private static final int VALUES = 1 << DIGIT;
    private static final int DIGITS = (64 + DIGIT - 1) / DIGIT;
    /** Below this, clearing and adding up the digit counts costs more than a comparison sort. */
    private static final int WORTHWHILE = 2_000;

    private NumberSort() {}

    /**
     * The first {@code size} numbers in ascending order, in an array of that length: -0.0 comes before 0.0.
     *
     * @param numbers finite; used as working space, so that its content is undefined afterwards
     */
    public static double[] sorted(double[] numbers, int size) {
        if (size < WORTHWHILE) {
            double[] copy = Arrays.copyOf(numbers, size);
            Arrays.sort(copy);
            return copy;
        }
        return radixSorted(numbers, size);
    }

    private static double[] radixSorted(double[] numbers, int size) {
        int[] counts = countDigits(numbers, size);
        long first = orderedBits(numbers[0]);
        double[] from = numbers;
        double[] to = new double[size];
        for (int digit = 0; digit < DIGITS; digit++) {
            if (counts[digit * VALUES + digitOf(first, digit)] != size) {
                distribute(from, to, size, counts, digit);
                double[] swap = from;
                from = to;
                to = swap;
            }
        }
        return from.length == size ? from : Arrays.copyOf(from, size);
    }

    private static int[] countDigits(double[] numbers, int size) {
        int[] counts = new int[DIGITS * VALUES];
        for (int i = 0; i < size; i++) {
            long bits = orderedBits(numbers[i]);
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit * VALUES + digitOf(bits, digit)]++;
            }
        }
        return counts;
    }

    private static void distribute(double[] from, double[] to, int size, int[] counts, int digit) {
        int[] next = startsOf(counts, digit);
        int shift = digit * DIGIT;
        for (int i = 0; i < size; i++) {
            double number = from[i];
            to[next[(int) (orderedBits(number) >>> shift) & (VALUES - 1)]++] = number;
        }
    }

    private static int[] startsOf(int[] counts, int digit) {
        int[] starts = new int[VALUES];
        int start = 0;
        for (int value = 0; value < VALUES; value++) {
            starts[value] = start;
            start += counts[digit * VALUES + value];
        }
        return starts;
    }

    private static int digitOf(long bits, int digit) {
        return (int) (bits >>> (digit * DIGIT)) & (VALUES - 1);
    }

    /** Bits whose order as an unsigned number is that of the numbers. */
    private static long orderedBits(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }
}
