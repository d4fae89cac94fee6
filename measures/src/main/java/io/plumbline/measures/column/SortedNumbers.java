package io.plumbline.measures.column;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A numeric column of which every value is known. */
public final class SortedNumbers implements ColumnData {
    private final ColumnType type;
    private final Tally tally;
    private final double[] sorted;
    private final Moments moments;
    private final DistinctCount distinct;

    private SortedNumbers(ColumnType type, Tally tally, double[] sorted, Moments moments) {
        this.type = type;
        this.tally = tally;
        this.sorted = sorted;
        this.moments = moments;
        this.distinct = DistinctCount.exactly(changes(sorted));
    }

    /**
     * A column of these values.
     *
     * @param type a numeric type
     * @param tally the rows; its {@code values} is the length of {@code sorted}
     * @param sorted the finite values, ascending; kept, not copied
     * @param moments of the values
     */
    public static SortedNumbers of(ColumnType type, Tally tally, double[] sorted, Moments moments) {
        if (!type.isNumeric() || tally.values() != sorted.length) {
            throw new IllegalArgumentException(
                    "a " + type.label() + " column of " + tally.values() + " values and " + sorted.length + " numbers");
        }
        return new SortedNumbers(type, tally, sorted, moments);
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public Moments moments() {
        return moments;
    }

    @Override
    public DistinctCount distinct() {
        return distinct;
    }

    private static long changes(double[] sorted) {
        int changes = Math.min(1, sorted.length);
        for (int i = 1; i < sorted.length; i++) {
            changes += sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        return changes;
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        double[] counts = new double[edges.bins()];
        int below = firstAtLeast(edges.first(), 0);
        int from = below;
        for (int bin = 0; bin < counts.length; bin++) {
            boolean last = bin == counts.length - 1;
            int to = last ? firstAbove(edges.last(), from) : firstAtLeast(edges.edge(bin + 1), from);
            counts[bin] = to - from;
            from = to;
        }
        return new EdgeCounts(edges, counts, below, sorted.length - from, 0);
    }

    private int firstAtLeast(double value, int from) {
        return firstAtLeast(sorted, value, from);
    }

    /** The first place from {@code from} on whose value is at least {@code value}; the length where there is none. */
    static int firstAtLeast(double[] sorted, double value, int from) {
        int low = from;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAbove(double value, int from) {
        return firstAtLeast(Math.nextUp(value), from);
    }

    @Override
    public double quantile(double rank) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        RankPosition position = RankPosition.of(rank, sorted.length);
        return position.between(sorted[position.lower()], sorted[position.upper()]);
    }

    /** In how many places the most frequent of ascending values stands: one equal to that so many places before ends a longer run. */
    public static int longestRun(double[] sorted) {
        int longest = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - longest]) {
                longest++;
            }
        }
        return longest;
    }

    @Override
    public CategoryCounts categories() {
        Map<String, Long> counts = new TreeMap<>();
        for (int from = 0; from < sorted.length; ) {
            int to = firstAbove(sorted[from], from);
            // -0.0 and 0.0 are one value
            counts.put(Double.toString(sorted[from] + 0.0), (long) (to - from));
            from = to;
        }
        return new CategoryCounts(Collections.unmodifiableMap(counts), 0, CategoryCounts.Keys.NUMBER);
    }

    @Override
    public boolean hasValues() {
        return true;
    }

    @Override
    public double[] sortedValues() {
        return sorted;
    }

    @Override
    public double rankError() {
        return 0;
    }
}
