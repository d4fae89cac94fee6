package io.plumbline.measures.column;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finite numbers in the order in which they came.
 *
 * @param numbers of which the first {@code size} count; not written to
 * @param size how many there are
 */
record HeldValues(double[] numbers, int size) {
    private static final int BLOCK = 4096;

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

    /** Takes the numbers from one place to before another. */
    @FunctionalInterface
    interface Block {
        void accept(double[] numbers, int from, int to);
    }
}
