package io.plumbline.measures.column;

import java.util.Arrays;

/** An array of numbers that grows. */
final class NumberBuffer {
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final NumberMemory memory;
    private double[] numbers;
    private int size;

    /** With room for so many at first. */
    NumberBuffer(NumberMemory memory, int capacity) {
        this.memory = memory;
        this.numbers = capacity == 0 ? new double[0] : memory.numbers(capacity);
    }

    void add(double[] values, int count) {
        makeRoom(count);
        System.arraycopy(values, 0, numbers, size, count);
        size += count;
    }

    private void makeRoom(int count) {
        long needed = (long) size + count;
        if (needed > LARGEST_ARRAY) {
            throw new ArithmeticException("a column of more than " + LARGEST_ARRAY
                    + " numbers cannot be held in memory; compare profiles of it instead");
        }
        if (needed > numbers.length) {
            int length = (int) Math.min(LARGEST_ARRAY, Math.max(needed, 2L * numbers.length));
            numbers = Arrays.copyOf(numbers, length);
        }
    }

    /** All numbers; nothing is left here. */
    HeldValues take() {
        HeldValues taken = new HeldValues(numbers, size, memory);
        numbers = new double[0];
        size = 0;
        return taken;
    }
}
