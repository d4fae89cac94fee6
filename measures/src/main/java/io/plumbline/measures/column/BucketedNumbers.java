package io.plumbline.measures.column;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Numbers counted by bucket, of which single buckets are put in order when they are asked for. That answers exactly what would be asked
 * of all numbers in order, at a fraction of the cost of sorting them. Safe for use by several threads.
 */
public final class BucketedNumbers {
    private static final double[] NONE = {};
    private static final double[] USUAL_RANKS = {
        0, 0.005, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.995, 1
    };

    private final HeldValues values;
    private final Buckets buckets;
    private final char[] bucketOf;
    private final double[] offsets;
    /** How many numbers are in the buckets before each, and at the end how many there are. */
    private final int[] before;

    private final double[][] sorted;

    BucketedNumbers(HeldValues values, Buckets buckets) {
        this.values = values;
        this.buckets = buckets;
        this.bucketOf = values.memory().places(values.size());
        this.offsets = new double[buckets.count()];
        this.before = new int[buckets.count() + 1];
        this.sorted = new double[buckets.count()][];
        values.inBlocks(this::count);
        for (int bucket = 0; bucket < sorted.length; bucket++) {
            before[bucket + 1] += before[bucket];
        }
        Arrays.fill(sorted, NONE);
    }

    private void count(double[] numbers, int from, int to) {
        char[] places = bucketOf;
        int[] counts = before;
        double[] sums = offsets;
        for (int i = from; i < to; i++) {
            double position = buckets.position(numbers[i]);
            int bucket = buckets.bucketAt(position);
            places[i] = (char) bucket;
            counts[bucket + 1]++;
            sums[bucket] += position - bucket;
        }
    }

    /** The buckets. */
    public Buckets buckets() {
        return buckets;
    }

    /** How many numbers there are. */
    public int size() {
        return values.size();
    }

    /** How many numbers are in a bucket. */
    public int count(int bucket) {
        return before[bucket + 1] - before[bucket];
    }

    /** How many numbers are in the buckets before one. */
    public int before(int bucket) {
        return before[bucket];
    }

    /** The sum of the distances of an inner bucket's numbers from its lower edge, in units of its width. */
    public double offsets(int bucket) {
        return offsets[bucket];
    }

    /** The numbers of a bucket, ascending. Shared: must not be written to. */
    public synchronized double[] sorted(int bucket) {
        if (isUnsorted(bucket)) {
            BitSet one = new BitSet();
            one.set(bucket);
            sort(one);
        }
        return sorted[bucket];
    }

    /** Puts buckets in order. All that are asked for at once take one pass over the numbers together. */
    public synchronized void sort(BitSet asked) {
        byte[] wanted = new byte[sorted.length];
        BitSet unsorted = new BitSet();
        asked.stream().filter(this::isUnsorted).forEach(bucket -> {
            wanted[bucket] = 1;
            unsorted.set(bucket);
            sorted[bucket] = new double[count(bucket)];
        });
        if (!unsorted.isEmpty()) {
            int[] filled = new int[sorted.length];
            values.inBlocks((numbers, from, to) -> collect(wanted, filled, from, to));
            unsorted.stream()
                    .forEach(bucket -> sorted[bucket] = NumberSort.sorted(sorted[bucket], sorted[bucket].length));
        }
    }

    private boolean isUnsorted(int bucket) {
        return sorted[bucket].length < count(bucket);
    }

    /** Looks at four places at once, because hardly any is wanted. */
    private void collect(byte[] wanted, int[] filled, int from, int to) {
        char[] places = bucketOf;
        int i = from;
        for (; i + 3 < to; i += 4) {
            if ((wanted[places[i]] | wanted[places[i + 1]] | wanted[places[i + 2]] | wanted[places[i + 3]]) != 0) {
                collectEach(wanted, filled, i, i + 4);
            }
        }
        collectEach(wanted, filled, i, to);
    }

    private void collectEach(byte[] wanted, int[] filled, int from, int to) {
        for (int i = from; i < to; i++) {
            int bucket = bucketOf[i];
            if (wanted[bucket] != 0) {
                sorted[bucket][filled[bucket]++] = values.numbers()[i];
            }
        }
    }

    /** The buckets of the ranks that are asked for of nearly every column. */
    BitSet usual() {
        BitSet usual = new BitSet();
        for (double rank : USUAL_RANKS) {
            RankPosition position = RankPosition.of(rank, size());
            usual.set(bucketAtRank(position.lower()));
            usual.set(bucketAtRank(position.upper()));
        }
        return usual;
    }

    /** Gives back what was counted. Nobody may ask any more. */
    void giveBack() {
        values.memory().giveBack(bucketOf);
    }

    /** The bucket that holds the number with so many before it in order. */
    int bucketAtRank(int rank) {
        int found = Arrays.binarySearch(before, rank);
        int bucket = found >= 0 ? found : -found - 2;
        while (count(bucket) == 0) { // of several buckets that begin at this rank all but the last are empty
            bucket++;
        }
        return bucket;
    }

    /** The number with so many before it in order. */
    double atRank(int rank) {
        int bucket = bucketAtRank(rank);
        return sorted(bucket)[rank - before[bucket]];
    }

    /** How many numbers are smaller. */
    int countBelow(double number) {
        int bucket = buckets.bucketOf(number);
        return before[bucket] + SortedNumbers.firstAtLeast(sorted(bucket), number, 0);
    }
}
