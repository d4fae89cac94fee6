package io.plumbline.measures.column;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two numeric columns counted over the same buckets.
 *
 * @param reference one of them
 * @param current the other
 */
public record SharedBuckets(BucketedNumbers reference, BucketedNumbers current) {

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

    /** The buckets in order. */
    public IntStream buckets() {
        return IntStream.range(0, reference.buckets().count());
    }

    /** The buckets that are asked for of nearly every pair of columns, because one side's quantiles are where the other is counted. */
    public BitSet usual() {
        BitSet usual = reference.usual();
        usual.or(current.usual());
        return usual;
    }

    /** Both sides. */
    public Stream<BucketedNumbers> sides() {
        return Stream.of(reference, current);
    }
}
