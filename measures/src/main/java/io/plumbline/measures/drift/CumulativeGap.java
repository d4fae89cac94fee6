package io.plumbline.measures.drift;

/** How far two cumulated distributions are apart. */
final class CumulativeGap {
    private CumulativeGap() {}

    /**
     * The largest gap, max |F-G|: the two-sample Kolmogorov-Smirnov statistic. Between two neighbours of the smaller side only the larger
     * side's share changes, and only upwards, so that the gap is largest just before or at a value of the smaller side.
     */
    static double largest(Samples samples) {
        double[] few = samples.fewer();
        double[] many = samples.more();
        double largest = 0;
        int from = 0;
        int below = 0;
        while (from < few.length) {
            double value = few[from];
            int to = firstAbove(few, value, from);
            below = firstAtLeast(many, value, below);
            int through = firstAbove(many, value, below);
            largest = Math.max(largest, Math.abs(share(below, many) - share(from, few)));
            largest = Math.max(largest, Math.abs(share(through, many) - share(to, few)));
            from = to;
            below = through;
        }
        return largest;
    }

    /** The first place from {@code from} on whose value is at least {@code value}; one after the other, as they are needed anyway. */
    private static int firstAtLeast(double[] ascending, double value, int from) {
        int place = from;
        while (place < ascending.length && ascending[place] < value) {
            place++;
        }
        return place;
    }

    private static int firstAbove(double[] ascending, double value, int from) {
        return firstAtLeast(ascending, Math.nextUp(value), from);
    }

    private static double share(int values, double[] all) {
        return (double) values / all.length;
    }

    /**
     * The area between them, ∫|F-G|dx: the first Wasserstein distance. Goes through the smaller side's values, and between two of them
     * through the larger side's, where one share stays as it is.
     */
    static double area(Samples samples) {
        double[] few = samples.fewer();
        double[] many = samples.more();
        double area = 0;
        double from = samples.least();
        int next = 0;
        for (int behind = 0; behind <= few.length; behind++) {
            boolean last = behind == few.length;
            int end = last ? many.length : firstAtLeast(many, few[behind], next);
            double fewShare = share(behind, few);
            for (int i = next; i < end; i++) {
                area += Math.abs(share(i, many) - fewShare) * (many[i] - from);
                from = many[i];
            }
            if (!last) {
                area += Math.abs(share(end, many) - fewShare) * (few[behind] - from);
                from = few[behind];
            }
            next = end;
        }
        return area;
    }

    /** The area of the squared gap, ∫(F-G)²dx: Cramér's distance, half the squared energy distance. */
    static double squaredArea(Samples samples) {
        MergeWalk walk = samples.walk();
        double area = 0;
        double from = samples.least();
        double gap = 0;
        while (walk.next()) {
            area += gap * gap * (walk.value() - from);
            from = walk.value();
            gap = walk.gap();
        }
        return area;
    }
}
