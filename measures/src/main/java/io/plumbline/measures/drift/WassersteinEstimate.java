package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Moments;

/**
 * The first Wasserstein distance of two columns between bounds, which coincide where all values are known.
 *
 * @param reference one side
 * @param current the other
 * @param area ∫|F-G|dx, or its estimate
 * @param least what it is at least
 * @param greatest what it is at most
 */
record WassersteinEstimate(ColumnData reference, ColumnData current, double area, double least, double greatest) {

    static WassersteinEstimate of(ColumnData reference, ColumnData current) {
        if (reference.hasValues() && current.hasValues()) {
            double area = CumulativeGap.area(Samples.of(reference, current));
            return new WassersteinEstimate(reference, current, area, area, area);
        }
        return ofQuantiles(reference, current);
    }

    /**
     * Each gap of cumulated shares may be off by an error, everywhere between the least and the greatest value. Besides, the distance
     * is at least that of the means, which profiles know exactly.
     */
    private static WassersteinEstimate ofQuantiles(ColumnData reference, ColumnData current) {
        QuantilePoints points = QuantilePoints.of(reference, current);
        Moments r = reference.moments();
        Moments c = current.moments();
        double least = Math.abs(r.mean() - c.mean());
        double greatest = 0;
        double lower = 0;
        double area = 0;
        double gap = 0;
        double from = Math.min(r.min(), c.min());
        MergeWalk walk = points.samples().walk();
        while (walk.next()) {
            double width = Math.max(0, walk.value() - from);
            area += gap * width;
            lower += Math.max(0, gap - points.error()) * width;
            greatest += Math.min(1, gap + points.error()) * width;
            from = walk.value();
            gap = Math.abs(walk.gap());
        }
        greatest += points.error() * Math.max(0, Math.max(r.max(), c.max()) - from);
        least = Math.max(least, lower);
        return new WassersteinEstimate(
                reference, current, Math.max(least, Math.min(area, greatest)), least, Math.max(least, greatest));
    }

    private boolean isExact() {
        return reference.hasValues() && current.hasValues();
    }

    /** The score in units of a scale; a distance of 0 is 0 in any. */
    Outcome score(MeasureDefinition definition, double scale) {
        if (Double.isInfinite(scale)) {
            return new NotComputable(definition, "the values are too large for their spread to be told");
        }
        Score score = Score.exact(
                        definition,
                        over(area, scale),
                        reference.tally().values(),
                        current.tally().values())
                .with("scale", scale);
        return isExact()
                ? score
                : score.within(new Score.Interval(over(least, scale), over(greatest, scale)))
                        .with("quantiles", QuantilePoints.count());
    }

    private static double over(double distance, double scale) {
        return distance == 0 ? 0 : distance / scale;
    }
}
