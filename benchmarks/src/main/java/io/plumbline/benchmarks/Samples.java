package io.plumbline.benchmarks;

import io.plumbline.measures.column.ColumnChunk;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Generated columns, the same in each run. */
final class Samples {
    /** A megabyte of doubles: more than an engine hands over at once, less than the second cache holds. */
    static final int SIZE = 1 << 17;

    private Samples() {}

    /** Normally distributed, all of them different. */
    static double[] gaussians() {
        Random random = new Random(1);
        return IntStream.range(0, SIZE)
                .mapToDouble(i -> 1000 * random.nextGaussian())
                .toArray();
    }

    /** Amounts of money: skewed, two decimals. */
    static double[] amounts() {
        Random random = new Random(2);
        return IntStream.range(0, SIZE)
                .mapToDouble(i -> Math.rint(100 * Math.exp(5 + random.nextGaussian())) / 100)
                .toArray();
    }

    /** Twelve different numbers. */
    static double[] grades() {
        Random random = new Random(3);
        return IntStream.range(0, SIZE).mapToDouble(i -> random.nextInt(12)).toArray();
    }

    /** Whole numbers up to 10,000. */
    static long[] counts() {
        return new Random(4).longs(SIZE, 0, 10_000).toArray();
    }

    /** Rows of so many categories, not grouped, each text an object of its own as an engine hands it over. */
    static ColumnChunk.Texts texts(int categories) {
        Random random = new Random(5);
        String[] texts = IntStream.range(0, SIZE)
                .mapToObj(i -> "category " + random.nextInt(categories))
                .toArray(String[]::new);
        long[] counts = new long[SIZE];
        Arrays.fill(counts, 1);
        return new ColumnChunk.Texts(texts, counts, SIZE, 0, 0);
    }

    /** Quantiles that cut sorted numbers into so many bins. */
    static double[] quantiles(double[] values, int bins) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> sorted[(int) ((long) i * (sorted.length - 1) / bins)])
                .distinct()
                .toArray();
    }
}
