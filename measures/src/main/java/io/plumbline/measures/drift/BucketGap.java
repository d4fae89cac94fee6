package io.plumbline.measures.drift;

import io.plumbline.measures.column.BucketedNumbers;
import io.plumbline.measures.column.SharedBuckets;
import java.util.BitSet;

/**
 * How far two cumulated distributions are apart that were counted over the same buckets. Within a bucket the gap changes by no more than
 * the bucket's share of either side. So most buckets can neither hold the largest gap nor turn its sign, and then what they contribute
 * follows from their counts and sums; only the others are put in order.
 */
final class BucketGap {
    /** More than rounding can make of a difference of shares. */
    private static final double ROUNDING = 1e-14;
    /** So many offsets are added up without losing digits that matter. */
    private static final int MOST_ADDED = 1 << 16;

    private final BucketedNumbers reference;
    private final BucketedNumbers current;
    private final int last;
    /** The gap before each bucket, and behind all. */
    private final double[] gaps;

    private final double largestBetween;
    /** Buckets within which the gap may be larger than between any two. */
    private final BitSet higher;
    /** Buckets within which the gap may turn its sign. */
    private final BitSet turning;

    private BucketGap(BucketedNumbers reference, BucketedNumbers current) {
        this.reference = reference;
        this.current = current;
        this.last = reference.buckets().count() - 1;
        this.gaps = new double[last + 2];
        this.higher = new BitSet(last + 1);
        this.turning = new BitSet(last + 1);
        this.largestBetween = fillGaps();
        findUndecided();
    }

    /** Puts all buckets in order that one of the answers depends on, and those that are usually asked for, in one pass over the values. */
    static BucketGap of(SharedBuckets shared) {
        BucketGap gap = new BucketGap(shared.reference(), shared.current());
        BitSet asked = shared.usual();
        asked.or(gap.higher);
        asked.or(gap.turning);
        shared.sides().forEach(side -> side.sort(asked));
        return gap;
    }

    private double fillGaps() {
        double largest = 0;
        for (int bucket = 0; bucket < gaps.length; bucket++) {
            gaps[bucket] = gap(reference.before(bucket), current.before(bucket));
            largest = Math.max(largest, Math.abs(gaps[bucket]));
        }
        return largest;
    }

    private double gap(int referenceValues, int currentValues) {
        return (double) referenceValues / reference.size() - (double) currentValues / current.size();
    }

    /** Within a bucket the gap is at most what it would be if all values of one side came before those of the other. */
    private void findUndecided() {
        for (int bucket = 0; bucket <= last; bucket++) {
            double referenceShare = (double) reference.count(bucket) / reference.size();
            double currentShare = (double) current.count(bucket) / current.size();
            double gap = gaps[bucket];
            if (Math.max(gap + referenceShare, currentShare - gap) + ROUNDING > largestBetween) {
                higher.set(bucket);
            }
            if (!isSummed(bucket) || (gap < currentShare && -gap < referenceShare)) {
                turning.set(bucket);
            }
        }
    }

    /** Whether the sum of a bucket's offsets tells what it contributes to the area, unless the gap turns its sign. */
    private boolean isSummed(int bucket) {
        return bucket > 0 && bucket < last && reference.count(bucket) + current.count(bucket) <= MOST_ADDED;
    }

    /** The largest gap, the same to the last digit as that of all values in order. */
    double largest() {
        double largest = largestBetween;
        for (int bucket = higher.nextSetBit(0); bucket >= 0; bucket = higher.nextSetBit(bucket + 1)) {
            largest = Math.max(largest, largestWithin(bucket));
        }
        return largest;
    }

    private double largestWithin(int bucket) {
        MergeWalk walk = walk(bucket);
        double largest = 0;
        while (walk.next()) {
            largest = Math.max(largest, Math.abs(gapBehind(bucket, walk)));
        }
        return largest;
    }

    private MergeWalk walk(int bucket) {
        return new MergeWalk(reference.sorted(bucket), current.sorted(bucket));
    }

    private double gapBehind(int bucket, MergeWalk walk) {
        return gap(reference.before(bucket) + walk.referenceThrough(), current.before(bucket) + walk.currentThrough());
    }

    /** The area between the distributions; infinite or NaN where it is beyond double precision. */
    double area() {
        double area = 0;
        for (int bucket = 0; bucket <= last; bucket++) {
            area += turning.get(bucket) ? walkedArea(bucket) : Math.abs(signedArea(bucket));
        }
        return area / reference.buckets().scale();
    }

    /** In units of a bucket's width. */
    private double signedArea(int bucket) {
        return meanShare(reference, bucket) - meanShare(current, bucket);
    }

    /** The cumulated share, averaged over a bucket's width: each value counts from where it lies to the upper edge. */
    private static double meanShare(BucketedNumbers side, int bucket) {
        return (side.before(bucket) + (side.count(bucket) - side.offsets(bucket))) / side.size();
    }

    private double walkedArea(int bucket) {
        MergeWalk walk = walk(bucket);
        double gap = gaps[bucket];
        double from = bucket;
        double area = 0;
        while (walk.next()) {
            double to = reference.buckets().position(walk.value());
            area += gap == 0 ? 0 : Math.abs(gap) * (to - from);
            from = to;
            gap = gapBehind(bucket, walk);
        }
        return bucket == last ? area : area + Math.abs(gap) * (bucket + 1 - from);
    }
}
