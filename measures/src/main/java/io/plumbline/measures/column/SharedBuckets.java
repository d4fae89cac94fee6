package io.plumbline.measures.column;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;

/**
 * Two numeric columns counted over the same buckets.
 *
 * @param reference one of them
 * @param current the other
 */
public record SharedBuckets(BucketedNumbers reference, BucketedNumbers current) {
    /** So many buckets apart at most, or else too many would be put in order for bars alone. */
    private static final int CLOSE = 2;

    /** How many bars of equal width a column is drawn with. */
    public static final int BARS = 20;

    /** Which share of the values is drawn in the first bar wherever it lies, and which in the last. */
    public static final double BAR_TAIL = 0.005;

    /**
     * Counts both over buckets laid over both, unless that has been done. Empty where neither column is of unsorted numbers, or a column's
     * values are not known, or there are none.
     */
    public static Optional<SharedBuckets> of(ColumnData reference, ColumnData current) {
        boolean unsorted =
                reference.unsorted().isPresent() || current.unsorted().isPresent();
        boolean known = reference.hasValues() && current.hasValues();
        boolean empty = reference.tally().values() == 0 || current.tally().values() == 0;
        return unsorted && known && !empty ? Optional.of(share(reference, current)) : Optional.empty();
    }

    private static SharedBuckets share(ColumnData reference, ColumnData current) {
        Buckets buckets = common(reference, current).orElseGet(() -> Buckets.over(values(reference), values(current)));
        return new SharedBuckets(bucketed(reference, buckets), bucketed(current, buckets));
    }

    /** The buckets that all unsorted ones are counted over already. */
    private static Optional<Buckets> common(ColumnData reference, ColumnData current) {
        List<UnsortedNumbers> unsorted = Stream.of(reference, current)
                .flatMap(column -> column.unsorted().stream())
                .toList();
        return unsorted.get(0).buckets().filter(buckets -> unsorted.stream().allMatch(side -> side.isOver(buckets)));
    }

    private static HeldValues values(ColumnData column) {
        return column.unsorted().map(UnsortedNumbers::values).orElseGet(() -> HeldValues.of(column.sortedValues()));
    }

    private static BucketedNumbers bucketed(ColumnData column, Buckets buckets) {
        return column.unsorted()
                .map(unsorted -> unsorted.bucketed(buckets))
                .orElseGet(() -> new BucketedNumbers(values(column), buckets));
    }

    /**
     * The buckets that are asked for of nearly every pair of columns, because one side's quantiles are where the other is counted, and because
     * both are drawn over bars of equal width.
     */
    public BitSet usual() {
        BitSet usual = reference.usual();
        usual.or(current.usual());
        addBars(usual);
        return usual;
    }

    /** Where the bars begin is known to the bucket as soon as values are counted, and exactly when some are in order. */
    private void addBars(BitSet usual) {
        int[] low = each(Math::min, reference.around(BAR_TAIL), current.around(BAR_TAIL));
        int[] high = each(Math::max, reference.around(1 - BAR_TAIL), current.around(1 - BAR_TAIL));
        if (low[1] - low[0] + high[1] - high[0] > CLOSE) {
            return;
        }
        for (int edge = 0; edge <= BARS; edge++) {
            double share = (double) edge / BARS;
            double from = low[0] + share * (high[0] - low[0]);
            double to = low[1] + share * (high[1] - low[1]) + 1;
            usual.set((int) from, Math.min((int) to, reference.buckets().count() - 1) + 1);
        }
    }

    private static int[] each(IntBinaryOperator chosen, int[] left, int[] right) {
        return new int[] {chosen.applyAsInt(left[0], right[0]), chosen.applyAsInt(left[1], right[1])};
    }

    /** Both sides. */
    public Stream<BucketedNumbers> sides() {
        return Stream.of(reference, current);
    }
}
