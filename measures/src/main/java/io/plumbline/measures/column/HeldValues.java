package io.plumbline.measures.column;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finite numbers in the order in which they came.
 *
 * @param numbers of which the first {@code size} count; not written to
 * @param size how many there are
 * @param memory where the array goes back to when it is not used any more
 */
record HeldValues(double[] numbers, int size, NumberMemory memory) {
    private static final int BLOCK = 4096;

    /** An array that is not given back. */
    static HeldValues of(double[] numbers) {
        return new HeldValues(numbers, numbers.length, new NumberMemory());
    }

    /** So many numbers at most, at even distances. */
    DoubleStream sample(int most) {
        int taken = Math.min(most, size);
        return IntStream.range(0, taken).mapToDouble(i -> numbers[(int) ((long) i * size / taken)]);
    }

    /** Goes through all in blocks, because the compiler treats a short loop that is called often better than one long loop. */
    void inBlocks(Block block) {
        for (int from = 0; from < size; from += BLOCK) {
            block.accept(numbers, from, Math.min(from + BLOCK, size));
        }
    }

    /** Gives back the array. Nobody may use it any more. */
    void giveBack() {
        memory.giveBack(numbers);
    }

    /** Takes the numbers from one place to before another. */
    @FunctionalInterface
    interface Block {
        void accept(double[] numbers, int from, int to);
    }
}
