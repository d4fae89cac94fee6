package io.plumbline.measures.comparison;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.CountedCategories;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.column.Tally;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Columns of a few values, for tests. */
public final class ColumnsOf {
    private ColumnsOf() {}

    /** Numbers; NaN stands for a row without a value. */
    public static ColumnData numbers(double... values) {
        return numeric(ColumnType.NUMBER, values);
    }

    /** A numeric type; NaN stands for a row without a value. */
    public static ColumnData numeric(ColumnType type, double... values) {
        double[] sorted =
                DoubleStream.of(values).filter(Double::isFinite).sorted().toArray();
        Tally tally = new Tally(sorted.length, values.length - sorted.length, 0, 0, 0, 0);
        return SortedNumbers.of(type, tally, sorted, moments(sorted));
    }

    private static Moments moments(double[] sorted) {
        if (sorted.length == 0) {
            return Moments.NONE;
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double variance = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return new Moments(sorted.length, sorted[0], sorted[sorted.length - 1], mean, variance);
    }

    /** One text per row. */
    public static ColumnData texts(String... values) {
        Map<String, Long> counts = new TreeMap<>();
        for (String value : values) {
            counts.merge(value, 1L, Long::sum);
        }
        return counted(counts, 0, 0);
    }

    /** Truth values by count. */
    public static ColumnData truths(long trues, long falses) {
        Map<String, Long> counts = new TreeMap<>(Map.of("true", trues, "false", falses));
        CategoryCounts categories =
                new CategoryCounts(Collections.unmodifiableMap(counts), 0, CategoryCounts.Keys.TEXT);
        return CountedCategories.of(
                ColumnType.BOOLEAN,
                new Tally(trues + falses, 0, 0, 0, 0, 0),
                categories,
                ColumnData.DistinctCount.exactly(2));
    }

    /** Texts by count. */
    public static ColumnData counted(Map<String, Long> counts, long other, long missing) {
        CategoryCounts categories =
                new CategoryCounts(Collections.unmodifiableMap(new TreeMap<>(counts)), other, CategoryCounts.Keys.TEXT);
        return CountedCategories.of(
                ColumnType.TEXT,
                new Tally(categories.total(), missing, 0, 0, 0, 0),
                categories,
                other == 0 ? ColumnData.DistinctCount.exactly(counts.size()) : ColumnData.DistinctCount.UNKNOWN);
    }
}
