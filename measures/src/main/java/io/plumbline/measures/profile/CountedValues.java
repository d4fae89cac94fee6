package io.plumbline.measures.profile;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A numeric column of few different values, each with its count: all that the values themselves could tell. */
final class CountedValues {
    private final SortedMap<Double, Long> counts = new TreeMap<>();
    private final long distinct;
    private final double[] values;

    /** How many values lie at or below each of {@link #values}. */
    private final long[] upTo;

    CountedValues(ColumnType type, SortedMap<Long, Long> byOrdinal) {
        // whole numbers beyond 2^53 are told apart by their ordinals only
        distinct = byOrdinal.size();
        byOrdinal.forEach((ordinal, count) -> counts.merge(Ordinal.toDouble(type, ordinal), count, Long::sum));
        values = counts.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        upTo = counts.values().stream().mapToLong(Long::longValue).toArray();
        Arrays.parallelPrefix(upTo, Long::sum);
    }

    long distinct() {
        return distinct;
    }

    EdgeCounts countsOver(Edges edges) {
        double[] padded = new double[edges.bins() + 2];
        counts.forEach((value, count) -> padded[edges.binOf(value) + 1] += count);
        double[] inside = Arrays.copyOfRange(padded, 1, padded.length - 1);
        return new EdgeCounts(edges, inside, padded[0], padded[padded.length - 1], 0);
    }

    /** By linear interpolation between the neighbouring values, as over the values themselves. */
    double quantile(double rank) {
        if (values.length == 0) {
            return Double.NaN;
        }
        long total = upTo[upTo.length - 1];
        double position = rank * (total - 1);
        long lower = (long) Math.floor(position);
        double from = valueAt(lower);
        double to = valueAt(Math.min(lower + 1, total - 1));
        double fraction = position - lower;
        return fraction >= 0.5 ? to - (to - from) * (1 - fraction) : from + (to - from) * fraction;
    }

    private double valueAt(long index) {
        int found = Arrays.binarySearch(upTo, index + 1);
        return values[found >= 0 ? found : -1 - found];
    }

    CategoryCounts categories() {
        Map<String, Long> byText = new TreeMap<>();
        counts.forEach((value, count) -> byText.put(Double.toString(value), count));
        return new CategoryCounts(Collections.unmodifiableMap(byText), 0, CategoryCounts.Keys.NUMBER);
    }
}
