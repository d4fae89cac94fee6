package io.plumbline.measures.drift;

/** How far two cumulated distributions are apart, by one walk over the values of both. */
final class CumulativeGap {
    private CumulativeGap() {}

    /** The largest gap, max |F-G|: the two-sample Kolmogorov-Smirnov statistic. */
    static double largest(Samples samples) {
        MergeWalk walk = samples.walk();
        double largest = 0;
        while (walk.next()) {
            largest = Math.max(largest, Math.abs(walk.gap()));
        }
        return largest;
    }

    /** The area between them, ∫|F-G|dx: the first Wasserstein distance. */
    static double area(Samples samples) {
        MergeWalk walk = samples.walk();
        double area = 0;
        double from = samples.least();
        double gap = 0;
        while (walk.next()) {
            area += Math.abs(gap) * (walk.value() - from);
            from = walk.value();
            gap = walk.gap();
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
