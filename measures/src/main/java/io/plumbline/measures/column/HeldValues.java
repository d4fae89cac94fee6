package io.plumbline.measures.column;

/**
 * Finite numbers in the order in which they came.
 *
 * @param numbers of which the first {@code size} count; not written to
 * @param size how many there are
 * @param memory where the array goes back to when it is not used any more
 */
record HeldValues(double[] numbers, int size, NumberMemory memory) {
    /** How many numbers a block has at most. */
    static final int BLOCK = 1024;

    /** An array that is not given back. */
    static HeldValues of(double[] numbers) {
        return new HeldValues(numbers, numbers.length, new NumberMemory());
    }

    /** So many numbers at most, at even distances. */
    double[] sample(int most) {
        double[] sample = new double[Math.min(most, size)];
        long place = 0;
        for (int i = 0; i < sample.length; i++) {
            sample[i] = numbers[(int) (place / sample.length)];
            place += size;
        }
        return sample;
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
