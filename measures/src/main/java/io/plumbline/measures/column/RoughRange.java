package io.plumbline.measures.column;

/**
 * Where most of some numbers lie, told by a few of them. It takes no sorting, which would have to be compiled first.
 *
 * @param from so few of the few lie below it that it is no outlier
 * @param to so few of the few lie above it that it is no outlier
 * @param centre the mean of those in between
 */
record RoughRange(double from, double to, double centre) {
    /** So many of the few lie outside on either side, at most. */
    private static final int OUTSIDE = 2;

    /**
     * Of at least one number.
     *
     * @param sample changed: the outermost numbers are moved to the ends
     */
    static RoughRange of(double[] sample) {
        int outside = Math.min(OUTSIDE, (sample.length - 1) / 2);
        for (int i = 0; i <= outside; i++) {
            swap(sample, i, least(sample, i));
            swap(sample, sample.length - 1 - i, largest(sample, sample.length - i));
        }
        int last = sample.length - 1 - outside;
        double centre = 0;
        for (int i = outside; i <= last; i++) {
            centre += sample[i] / (last + 1 - outside); // each by itself, so that the sum cannot overflow
        }
        return new RoughRange(sample[outside], sample[last], centre);
    }

    /** Where the smallest number is from a place on. */
    private static int least(double[] sample, int from) {
        int least = from;
        for (int i = from + 1; i < sample.length; i++) {
            least = sample[i] < sample[least] ? i : least;
        }
        return least;
    }

    /** Where the largest number is before a place. */
    private static int largest(double[] sample, int to) {
        int largest = 0;
        for (int i = 1; i < to; i++) {
            largest = sample[i] > sample[largest] ? i : largest;
        }
        return largest;
    }

    private static void swap(double[] sample, int left, int right) {
        double number = sample[left];
        sample[left] = sample[right];
        sample[right] = number;
    }
}
