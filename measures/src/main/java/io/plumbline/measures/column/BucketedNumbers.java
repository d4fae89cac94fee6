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
    private final ShiftedSums sums;
    /** How many numbers are in the buckets before each, and at the end how many there are. */
    private final int[] before;

    private final double[][] sorted;
    private boolean usualSorted;

    BucketedNumbers(HeldValues values, Buckets buckets) {
        this.values = values;
        this.buckets = buckets;
        this.bucketOf = values.memory().places(values.size());
        this.offsets = new double[buckets.count()];
        this.sums = new ShiftedSums(values);
        this.before = new int[buckets.count() + 1];
        this.sorted = new double[buckets.count()][];
        values.inBlocks(this::count);
        for (int bucket = 0; bucket < sorted.length; bucket++) {
            before[bucket + 1] += before[bucket];
        }
        Arrays.fill(sorted, NONE);
    }

    /** Also adds up the distances for mean and variance, which takes hardly any time while the processor waits for the counts. */
    private void count(double[] numbers, int from, int to) {
        int[] counts = before;
        double[] inBucket = offsets;
        double origin = sums.origin();
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double distance = numbers[i] - origin;
            sum += distance;
            squares += distance * distance;
            double position = buckets.position(numbers[i]);
            int bucket = (int) position;
            if (buckets.isInner(bucket)) {
                inBucket[bucket] += position - bucket;
            } else {
                bucket = buckets.outerAt(position);
            }
            bucketOf[i] = (char) bucket;
            counts[bucket + 1]++;
        }
        sums.add(sum, squares);
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

    /** The buckets with at least so many numbers. */
    BitSet holding(int least) {
        BitSet holding = new BitSet(sorted.length);
        for (int bucket = 0; bucket < sorted.length; bucket++) {
            if (count(bucket) >= least) {
                holding.set(bucket);
            }
        }
        return holding;
    }

    /** How many numbers are in the buckets before one. */
    public int before(int bucket) {
        return before[bucket];
    }

    /** The sum of the distances of an inner bucket's numbers from its lower edge, in units of its width. */
    public double offsets(int bucket) {
        return offsets[bucket];
    }

    /** Sums for mean and variance. */
    ShiftedSums sums() {
        return sums;
    }

    /** The numbers of a bucket, ascending. Shared: must not be written to. */
    public synchronized double[] sorted(int bucket) {
        if (sorted[bucket].length < count(bucket)) {
            BitSet one = new BitSet();
            one.set(bucket);
            sort(one);
        }
        return sorted[bucket];
    }

    /** Puts buckets in order. All that are asked for at once take one pass over the numbers together. */
    public synchronized void sort(BitSet asked) {
        BitSet unsorted = new BitSet(sorted.length);
        int size = 0;
        for (int bucket = asked.nextSetBit(0); bucket >= 0; bucket = asked.nextSetBit(bucket + 1)) {
            if (sorted[bucket].length < count(bucket)) {
                unsorted.set(bucket);
                size += count(bucket);
            }
        }
        if (size > 0) {
            share(unsorted, NumberSort.sorted(collected(unsorted, size), size));
        }
    }

    /** Gives each bucket its numbers, of which those of all stand in order. */
    private void share(BitSet unsorted, double[] ordered) {
        int from = 0;
        for (int bucket = unsorted.nextSetBit(0); bucket >= 0; bucket = unsorted.nextSetBit(bucket + 1)) {
            int to = from + count(bucket);
            sorted[bucket] = Arrays.copyOfRange(ordered, from, to);
            from = to;
        }
    }

    private double[] collected(BitSet asked, int size) {
        boolean[] wanted = new boolean[sorted.length];
        asked.stream().forEach(bucket -> wanted[bucket] = true);
        Collected collected = new Collected(wanted, new double[size]);
        values.inBlocks(collected);
        return collected.numbers;
    }

    /** Takes the numbers of wanted buckets, of which there are few. */
    private final class Collected implements HeldValues.Block {
        private final boolean[] wanted;
        private final double[] numbers;
        private final int[] places = new int[HeldValues.BLOCK];
        private int size;

        Collected(boolean[] wanted, double[] numbers) {
            this.wanted = wanted;
            this.numbers = numbers;
        }

        /** First finds all, so that the processor then waits for several at once that are far apart in memory. */
        @Override
        public void accept(double[] all, int from, int to) {
            int found = find(from, to);
            for (int i = 0; i < found; i++) {
                numbers[size + i] = all[places[i]];
            }
            size += found;
        }

        private int find(int from, int to) {
            char[] buckets = bucketOf;
            int found = 0;
            for (int i = from; i < to; i++) {
                if (wanted[buckets[i]]) {
                    places[found++] = i;
                }
            }
            return found;
        }
    }

    /** Puts the buckets in order that are asked for of nearly every column. */
    synchronized void sortUsual() {
        if (!usualSorted) {
            sort(usual());
            usualSorted = true;
        }
    }

    /** The buckets of the ranks that are asked for of nearly every column. */
    BitSet usual() {
        BitSet usual = new BitSet(sorted.length);
        for (double rank : USUAL_RANKS) {
            for (int bucket : around(rank)) {
                usual.set(bucket);
            }
        }
        return usual;
    }

    /** Gives back what was counted. Nobody may ask any more. */
    void giveBack() {
        values.memory().giveBack(bucketOf);
    }

    /** The buckets between which the quantile at a rank between 0 and 1 lies. */
    int[] around(double rank) {
        RankPosition position = RankPosition.of(rank, size());
        return new int[] {bucketAtRank(position.lower()), bucketAtRank(position.upper())};
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
