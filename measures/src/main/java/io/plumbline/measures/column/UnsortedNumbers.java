package io.plumbline.measures.column;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A numeric column of which every value is known, of many different values and in the order of its rows. Every answer but the number of
 * different values is exact; the values are sorted only where all of them are asked for.
 */
public final class UnsortedNumbers implements ColumnData {
    /** From which share on a value counts as frequent. */
    private static final double FREQUENT = 0.01;

    private final ColumnType type;
    private final Tally tally;
    private final HeldValues values;
    private final DistinctCount distinct;
    private @Nullable BucketedNumbers bucketed;
    private @Nullable Moments moments;
    private @Nullable SortedNumbers sorted;
    private boolean released;

    UnsortedNumbers(ColumnType type, Tally tally, HeldValues values, DistinctCount distinct) {
        this.type = type;
        this.tally = tally;
        this.values = values;
        this.distinct = distinct;
    }

    HeldValues values() {
        return values;
    }

    /** The values by buckets that are laid over this column, or those laid already. */
    synchronized BucketedNumbers bucketed() {
        BucketedNumbers known = bucketed;
        return known == null ? bucketed(Buckets.over(values)) : known;
    }

    /** The values by these buckets, which are kept for all other questions. */
    synchronized BucketedNumbers bucketed(Buckets buckets) {
        BucketedNumbers known = bucketed;
        if (known == null || known.buckets() != buckets) {
            requireMemory();
            known = new BucketedNumbers(values, buckets);
            bucketed = known;
        }
        return known;
    }

    synchronized Optional<Buckets> buckets() {
        return Optional.ofNullable(bucketed).map(BucketedNumbers::buckets);
    }

    synchronized boolean isOver(Buckets buckets) {
        return bucketed != null && bucketed.buckets() == buckets;
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
    public synchronized Moments moments() {
        Moments known = moments;
        if (known == null) {
            bucketed().sortUsual();
            // adding 0.0 makes -0.0 and 0.0 one value
            double min = bucketed().atRank(0) + 0.0;
            double max = bucketed().atRank(values.size() - 1) + 0.0;
            ShiftedSums sums = bucketed().sums();
            known = new Moments(values.size(), min, max, sums.mean(), sums.variance());
            moments = known;
        }
        return known;
    }

    @Override
    public DistinctCount distinct() {
        return distinct;
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        BucketedNumbers numbers = bucketed();
        BitSet holdEdges = new BitSet();
        for (int i = 0; i <= edges.bins(); i++) {
            holdEdges.set(numbers.buckets().bucketOf(edges.edge(i)));
        }
        numbers.sort(holdEdges);
        double[] counts = new double[edges.bins()];
        int below = numbers.countBelow(edges.first());
        int from = below;
        for (int bin = 0; bin < counts.length; bin++) {
            int to = numbers.countBelow(bin == counts.length - 1 ? Math.nextUp(edges.last()) : edges.edge(bin + 1));
            counts[bin] = to - from;
            from = to;
        }
        return new EdgeCounts(edges, counts, below, values.size() - from, 0);
    }

    @Override
    public double quantile(double rank) {
        BucketedNumbers numbers = bucketed();
        numbers.sortUsual();
        RankPosition position = RankPosition.of(rank, values.size());
        return position.between(numbers.atRank(position.lower()), numbers.atRank(position.upper()));
    }

    /** The share of the most frequent value where it is at least 1 %; empty otherwise, because to find it all would have to be sorted. */
    public OptionalDouble mostFrequentShare() {
        BucketedNumbers numbers = bucketed();
        int frequent = (int) Math.ceil(FREQUENT * values.size());
        BitSet candidates = numbers.holding(frequent);
        numbers.sort(candidates);
        int most = candidates.stream()
                .map(bucket -> SortedNumbers.longestRun(numbers.sorted(bucket)))
                .max()
                .orElse(0);
        return most >= frequent ? OptionalDouble.of((double) most / values.size()) : OptionalDouble.empty();
    }

    @Override
    public CategoryCounts categories() {
        return inOrder().categories();
    }

    @Override
    public boolean hasValues() {
        return true;
    }

    @Override
    public double[] sortedValues() {
        return inOrder().sortedValues();
    }

    /** The same column with its values in order, of which everything is known exactly; it stays when this one's memory is given back. */
    public synchronized SortedNumbers inOrder() {
        SortedNumbers known = sorted;
        if (known == null) {
            requireMemory();
            double[] copy = Arrays.copyOf(values.numbers(), values.size());
            known = SortedNumbers.of(type, tally, NumberSort.sorted(copy, copy.length), moments());
            sorted = known;
        }
        return known;
    }

    private void requireMemory() {
        if (released) {
            throw new IllegalStateException("this column's memory has been given back");
        }
    }

    @Override
    public synchronized void release() {
        requireMemory();
        released = true;
        values.giveBack();
        BucketedNumbers known = bucketed;
        if (known != null) {
            bucketed = null;
            known.giveBack();
        }
    }

    @Override
    public Optional<UnsortedNumbers> unsorted() {
        return Optional.of(this);
    }

    @Override
    public double rankError() {
        return 0;
    }
}
