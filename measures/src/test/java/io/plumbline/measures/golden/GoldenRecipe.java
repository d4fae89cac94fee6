package io.plumbline.measures.golden;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnData.DistinctCount;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.CountedCategories;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.column.Tally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * The data sets of the golden numbers. Uniform numbers come from the generator {@code s = (s * 1103515245 + 12345) mod 2^31}, {@code u
 * = s / 2^31}; a number is the sum of twelve of them, from left to right, minus six; a category is the first whose cumulated
 * probability is above one of them.
 */
public final class GoldenRecipe {
    private static final long MODULUS = 1L << 31;

    private long state;

    private GoldenRecipe(int seed) {
        this.state = seed;
    }

    /** 8,000 values, near to the standard normal distribution. */
    public static double[] referenceA() {
        return number(1, 8000);
    }

    /** 4,000 values, moved by 0.3 and 1.2 times as wide. */
    public static double[] currentA() {
        return Arrays.stream(number(2, 4000)).map(x -> 0.3 + 1.2 * x).toArray();
    }

    /** 8,000 categories a to f. */
    public static List<String> referenceC() {
        return category(5, 8000, new double[] {.30, .25, .20, .15, .07, .03}, "a", "b", "c", "d", "e", "f");
    }

    /** 4,000 categories, without f and with a new one, g. */
    public static List<String> currentC() {
        return category(6, 4000, new double[] {.22, .28, .18, .17, .10, .05}, "a", "b", "c", "d", "e", "g");
    }

    /** {@code n} numbers near to the standard normal distribution. */
    public static double[] number(int seed, int n) {
        GoldenRecipe generator = new GoldenRecipe(seed);
        return DoubleStream.generate(generator::nextNumber).limit(n).toArray();
    }

    /** {@code n} of the labels by their probabilities. */
    public static List<String> category(int seed, int n, double[] probabilities, String... labels) {
        GoldenRecipe generator = new GoldenRecipe(seed);
        List<String> categories = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            categories.add(labels[generator.nextIndex(probabilities)]);
        }
        return categories;
    }

    private double nextUniform() {
        state = (state * 1103515245L + 12345L) % MODULUS;
        return (double) state / MODULUS;
    }

    private double nextNumber() {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += nextUniform();
        }
        return sum - 6.0;
    }

    private int nextIndex(double[] probabilities) {
        double u = nextUniform();
        double cumulated = 0;
        for (int k = 0; k < probabilities.length; k++) {
            cumulated += probabilities[k];
            if (u < cumulated) {
                return k;
            }
        }
        return probabilities.length - 1;
    }

    /** A column of these numbers. */
    public static ColumnData numbers(double... values) {
        return column(ColumnType.NUMBER, values);
    }

    /** A column of these whole numbers. */
    public static ColumnData integers(long... values) {
        return column(ColumnType.INTEGER, Arrays.stream(values).asDoubleStream().toArray());
    }

    private static ColumnData column(ColumnType type, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return SortedNumbers.of(type, new Tally(sorted.length, 0, 0, 0, 0, 0), sorted, moments(sorted));
    }

    /** A column of these texts. */
    public static ColumnData categories(List<String> values) {
        return categories(counts(values));
    }

    /** A column of texts that occur so often. */
    public static ColumnData categories(Map<String, Long> counts) {
        CategoryCounts sorted =
                new CategoryCounts(Collections.unmodifiableMap(new TreeMap<>(counts)), 0, CategoryCounts.Keys.TEXT);
        Tally tally = new Tally(sorted.total(), 0, 0, 0, 0, 0);
        return CountedCategories.of(ColumnType.TEXT, tally, sorted, DistinctCount.exactly(counts.size()));
    }

    /** How often each text occurs, in their order. */
    public static Map<String, Long> counts(List<String> values) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    /** Moments by exact sums. */
    public static Moments moments(double... values) {
        if (values.length == 0) {
            return Moments.NONE;
        }
        double mean = exactMean(values);
        double variance = exactMean(
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).toArray());
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        return new Moments(values.length, min, max, mean, variance);
    }

    private static double exactMean(double[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128)
                .doubleValue();
    }
}
