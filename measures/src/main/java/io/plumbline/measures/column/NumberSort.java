package io.plumbline.measures.column;

import java.util.Arrays;

/**
 * Sorts many finite numbers by the digits of their bits, in an order that is that of the numbers, from the least significant digit on.
 * Only so many leading digits are looked at as are needed to tell nearly all numbers apart; the few that have them in common are sorted
 * by comparison at the end. Bits that all numbers have in common, above and below, cost nothing.
 */
public final class NumberSort {
    private static final int DIGIT = 12;
    private static final int VALUES = 1 << DIGIT;
    /** Below this, clearing and adding up the digit counts costs more than a comparison sort. */
    private static final int WORTHWHILE = 500;
    /** Sign and exponent, and two bits more than it takes to number the numbers: then few are left to compare. */
    private static final int SPARE_BITS = 14;

    private NumberSort() {}

    /**
     * The first {@code size} numbers in ascending order, in an array of that length: -0.0 comes before 0.0.
     *
     * @param numbers finite; used as working space, so that its content is undefined afterwards
     */
    public static double[] sorted(double[] numbers, int size) {
        long varying = size < WORTHWHILE ? 0 : varyingBits(numbers, size);
        if (varying == 0) {
            double[] copy = Arrays.copyOf(numbers, size);
            Arrays.sort(copy);
            return copy;
        }
        return sortedByDigits(numbers, size, varying);
    }

    private static long varyingBits(double[] numbers, int size) {
        long first = orderedBits(numbers[0]);
        long varying = 0;
        for (int i = 1; i < size; i++) {
            varying |= orderedBits(numbers[i]) ^ first;
        }
        return varying;
    }

    private static double[] sortedByDigits(double[] numbers, int size, long varying) {
        int lowest = Long.numberOfTrailingZeros(varying);
        int end = Long.SIZE - Long.numberOfLeadingZeros(varying);
        int enough = SPARE_BITS + Integer.SIZE - Integer.numberOfLeadingZeros(size);
        int digits = digitsIn(Math.min(end - lowest, enough));
        int shift = Math.max(lowest, end - digits * DIGIT);
        double[] sorted = sortedByDigits(numbers, size, digits, shift);
        if (shift > lowest) {
            sortEqualPrefixes(sorted, shift);
        }
        return sorted;
    }

    private static int digitsIn(int bits) {
        return (bits + DIGIT - 1) / DIGIT;
    }

    private static double[] sortedByDigits(double[] numbers, int size, int digits, int shift) {
        int[][] counts = countDigits(numbers, size, digits, shift);
        double[] from = numbers;
        double[] to = new double[size];
        for (int digit = 0; digit < digits; digit++) {
            int at = shift + digit * DIGIT;
            if (counts[digit][valueAt(from[0], at)] != size) {
                distribute(from, to, size, counts[digit], at);
                double[] swap = from;
                from = to;
                to = swap;
            }
        }
        return from.length == size ? from : Arrays.copyOf(from, size);
    }

    private static int[][] countDigits(double[] numbers, int size, int digits, int shift) {
        int[][] counts = new int[digits][VALUES];
        for (int i = 0; i < size; i++) {
            long bits = orderedBits(numbers[i]) >>> shift;
            for (int[] ofDigit : counts) {
                ofDigit[(int) bits & (VALUES - 1)]++;
                bits >>>= DIGIT;
            }
        }
        return counts;
    }

    private static void distribute(double[] from, double[] to, int size, int[] counts, int shift) {
        int[] next = startsOf(counts);
        for (int i = 0; i < size; i++) {
            double number = from[i];
            to[next[valueAt(number, shift)]++] = number;
        }
    }

    private static int[] startsOf(int[] counts) {
        int[] starts = new int[VALUES];
        for (int value = 1; value < VALUES; value++) {
            starts[value] = starts[value - 1] + counts[value - 1];
        }
        return starts;
    }

    /** Numbers are in the order of their bits from {@code shift} on; puts those that have these in common in order too. */
    private static void sortEqualPrefixes(double[] numbers, int shift) {
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] < numbers[i - 1]) {
                long prefix = orderedBits(numbers[i]) >>> shift;
                int start = i - 1;
                while (start > 0 && orderedBits(numbers[start - 1]) >>> shift == prefix) {
                    start--;
                }
                while (i < numbers.length && orderedBits(numbers[i]) >>> shift == prefix) {
                    i++;
                }
                Arrays.sort(numbers, start, i);
            }
        }
    }

    private static int valueAt(double number, int shift) {
        return (int) (orderedBits(number) >>> shift) & (VALUES - 1);
    }

    /** Bits whose order as an unsigned number is that of the numbers. */
    private static long orderedBits(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }
}
