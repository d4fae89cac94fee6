package io.plumbline.measures.column;

/**
 * A rule that puts every finite number into one of many buckets, so that a smaller number is never in a later bucket than a larger one.
 * Nearly all numbers lie in inner buckets of equal width; what lies outside of these is in the first and in the last.
 */
public final class Buckets {
    private static final int SAMPLED = 1024;
    /** How many numbers are to be in a bucket: few enough to sort some buckets and not to feel it. */
    private static final int NUMBERS_A_BUCKET = 64;

    private static final int FEWEST = 64;
    /** Counting stays in a processor's nearest caches. */
    private static final int MOST = 8192;
    /** So steep that it tells the nearest numbers apart where they are not close to zero, and products stay finite. */
    private static final double STEEPEST = 0x1p1000;

    private final double low;
    private final double scale;
    private final int inner;

    private Buckets(double low, double scale, int inner) {
        this.low = low;
        this.scale = scale;
        this.inner = inner;
    }

    /** Buckets for some numbers, by numbers taken from them at even distances. None of them may be without numbers. */
    static Buckets over(HeldValues... columns) {
        long size = 0;
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (HeldValues column : columns) {
            size += column.size();
            RoughRange range = RoughRange.of(column.sample(SAMPLED));
            from = Math.min(from, range.from());
            to = Math.max(to, range.to());
        }
        int inner = (int) Math.max(FEWEST, Math.min(Long.highestOneBit(size / NUMBERS_A_BUCKET), MOST));
        return between(from, to, inner);
    }

    private static Buckets between(double from, double to, int inner) {
        // a range of all doubles overflows, and one of a single number is none
        double range = Math.min(Math.max(to - from, Math.ulp(from)), Double.MAX_VALUE);
        double scale = Math.min(inner / range, STEEPEST);
        return new Buckets(Math.max(from - range / inner, -Double.MAX_VALUE), scale, inner);
    }

    /** How many there are. */
    public int count() {
        return inner + 2;
    }

    /**
     * Where a number lies in units of a bucket's width: in {@code [i, i+1)} for one of inner bucket {@code i}, from 1 on; possibly infinite
     * outside.
     */
    public double position(double number) {
        return (number - low) * scale;
    }

    /** How many buckets' widths are one. */
    public double scale() {
        return scale;
    }

    /** The bucket of a number, from 0 on. */
    public int bucketOf(double number) {
        double position = position(number);
        int bucket = (int) position;
        return isInner(bucket) ? bucket : outerAt(position);
    }

    /** Whether a bucket is one of those of equal width. */
    boolean isInner(int bucket) {
        return bucket > 0 && bucket <= inner;
    }

    /** The first or the last bucket, for a position outside of the inner ones. */
    int outerAt(double position) {
        return position < 1 ? 0 : inner + 1;
    }
}
