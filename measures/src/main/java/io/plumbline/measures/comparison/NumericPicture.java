package io.plumbline.measures.comparison;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.SharedBuckets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Bars over the values, or over bins, of two numeric columns of which at least one has values. */
final class NumericPicture {
    /** How many bars there are at most. */
    static final int MOST_BARS = SharedBuckets.BARS;

    private static final double TAIL = SharedBuckets.BAR_TAIL;

    private final ColumnData reference;
    private final ColumnData current;
    private final NumberLabels labels;

    NumericPicture(ColumnData reference, ColumnData current) {
        this.reference = reference;
        this.current = current;
        this.labels = new NumberLabels(reference.type());
    }

    Picture picture() {
        if (hasFewValues(reference) && hasFewValues(current)) {
            double[] values = values();
            if (values.length <= MOST_BARS) {
                return ofValues(values);
            }
        }
        double low = least(column -> column.quantile(TAIL));
        double high = greatest(column -> column.quantile(1 - TAIL));
        return canBeCut(low, high)
                ? ofBins(low, high)
                : ofRange(
                        least(column -> column.moments().min()),
                        greatest(column -> column.moments().max()));
    }

    /** So few that a profile keeps them, too. */
    private static boolean hasFewValues(ColumnData column) {
        return column.distinct().exact() && column.distinct().value().orElse(Long.MAX_VALUE) <= MOST_BARS;
    }

    private double[] values() {
        TreeSet<Double> values = new TreeSet<>();
        for (ColumnData column : List.of(reference, current)) {
            column.categories().counts().keySet().forEach(key -> values.add(Double.valueOf(key)));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Picture ofValues(double[] values) {
        List<String> bars = DoubleStream.of(values).mapToObj(labels::value).toList();
        return new Picture(bars, List.of(), shares(reference, values), shares(current, values));
    }

    private static List<Double> shares(ColumnData column, double[] values) {
        CategoryCounts counts = column.categories();
        return shares(
                DoubleStream.of(values)
                        .map(value -> counts.count(Double.toString(value)))
                        .toArray(),
                column);
    }

    private static List<Double> shares(double[] counts, ColumnData column) {
        long total = column.tally().values();
        return DoubleStream.of(counts)
                .mapToObj(count -> total == 0 ? 0 : count / total)
                .toList();
    }

    /** Where nearly all values are the same, the tails are all there is to see. */
    private Picture ofRange(double min, double max) {
        return canBeCut(min, max) ? ofBins(min, max) : Picture.EMPTY;
    }

    private static boolean canBeCut(double low, double high) {
        double width = (high - low) / MOST_BARS;
        return Double.isFinite(width) && width > 2 * Math.max(Math.ulp(low), Math.ulp(high));
    }

    private Picture ofBins(double low, double high) {
        Edges edges = Edges.equalWidth(low, high, MOST_BARS);
        EdgeCounts before = reference.countsOver(edges);
        EdgeCounts now = current.countsOver(edges);
        List<String> bars = labels.bins(edges, before.below() + now.below() > 0, before.above() + now.above() > 0);
        return new Picture(
                bars,
                Arrays.stream(edges.toArray()).boxed().toList(),
                shares(folded(before), reference),
                shares(folded(now), current));
    }

    private static double[] folded(EdgeCounts counts) {
        double[] folded = counts.counts().clone();
        folded[0] += counts.below();
        folded[folded.length - 1] += counts.above();
        return folded;
    }

    private double least(ToDoubleFunction<ColumnData> number) {
        return numbers(number).min().orElseThrow();
    }

    private double greatest(ToDoubleFunction<ColumnData> number) {
        return numbers(number).max().orElseThrow();
    }

    private DoubleStream numbers(ToDoubleFunction<ColumnData> number) {
        return Stream.of(reference, current)
                .filter(column -> column.tally().values() > 0)
                .mapToDouble(number);
    }
}
