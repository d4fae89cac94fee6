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

    private BucketGap(BucketedNumbers reference, BucketedNumbers current) {
        this.reference = reference;
        this.current = current;
        this.last = reference.buckets().count() - 1;
    }

    /** Puts all buckets in order that one of the answers depends on, and those that are usually asked for, in one pass over the values. */
    static BucketGap of(SharedBuckets shared) {
        BucketGap gap = new BucketGap(shared.reference(), shared.current());
        double largest = gap.largestBetweenBuckets();
        BitSet undecided = shared.usual();
        shared.buckets()
                .filter(bucket -> gap.mayExceed(largest, bucket) || !gap.keepsSign(bucket))
                .forEach(undecided::set);
        shared.sides().forEach(side -> side.sort(undecided));
        return gap;
    }

    private double largestBetweenBuckets() {
        double largest = 0;
        for (int bucket = 1; bucket <= last; bucket++) {
            largest = Math.max(largest, Math.abs(gap(reference.before(bucket), current.before(bucket))));
        }
        return largest;
    }

    private double gap(int referenceValues, int currentValues) {
        return (double) referenceValues / reference.size() - (double) currentValues / current.size();
    }

    private double gapBefore(int bucket) {
        return gap(reference.before(bucket), current.before(bucket));
    }

    private boolean mayExceed(double largest, int bucket) {
        return bound(bucket) + ROUNDING > largest;
    }

    /** What the gap is at most within a bucket: as if all values of one side came before those of the other. */
    private double bound(int bucket) {
        double gap = gapBefore(bucket);
        return Math.max(gap + share(reference, bucket), share(current, bucket) - gap);
    }

    private static double share(BucketedNumbers side, int bucket) {
        return (double) side.count(bucket) / side.size();
    }

    /** Whether the gap cannot turn its sign within an inner bucket, so that its area follows from sums. */
    private boolean keepsSign(int bucket) {
        boolean summed = bucket > 0 && bucket < last && reference.count(bucket) + current.count(bucket) <= MOST_ADDED;
        double gap = gapBefore(bucket);
        return summed && (gap >= share(current, bucket) || -gap >= share(reference, bucket));
    }

    /** The largest gap, the same to the last digit as that of all values in order. */
    double largest() {
        double largest = largestBetweenBuckets();
        for (int bucket = 0; bucket <= last; bucket++) {
            if (mayExceed(largest, bucket)) {
                largest = Math.max(largest, largestWithin(bucket));
            }
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
            area += keepsSign(bucket) ? Math.abs(signedArea(bucket)) : walkedArea(bucket);
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
        double gap = gapBefore(bucket);
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
