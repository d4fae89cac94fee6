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
            double area = ColumnGap.area(reference, current);
            return new WassersteinEstimate(reference, current, area, area, area);
        }
        return ofQuantiles(reference, current);
    }

    private static WassersteinEstimate ofQuantiles(ColumnData reference, ColumnData current) {
        QuantilePoints points = QuantilePoints.of(reference, current);
        Moments r = reference.moments();
        Moments c = current.moments();
        BoundedArea area = new BoundedArea(Math.min(r.min(), c.min()), points.error());
        MergeWalk walk = points.samples().walk();
        while (walk.next()) {
            area.extend(walk.value());
            area.gap = Math.abs(walk.gap());
        }
        area.extend(Math.max(r.max(), c.max()));
        return area.atLeast(reference, current, Math.abs(r.mean() - c.mean()));
    }

    /** The area under a gap of cumulated shares that is known up to an error, and how small and how large it may be. */
    private static final class BoundedArea {
        private final double error;
        private double to;
        private double gap;
        private double area;
        private double least;
        private double greatest;

        BoundedArea(double from, double error) {
            this.to = from;
            this.error = error;
        }

        void extend(double value) {
            double width = Math.max(0, value - to);
            area += gap * width;
            least += Math.max(0, gap - error) * width;
            greatest += Math.min(1, gap + error) * width;
            to = Math.max(to, value);
        }

        /** The estimate, which is not below the distance of the means: that much is known exactly. */
        WassersteinEstimate atLeast(ColumnData reference, ColumnData current, double meansApart) {
            double lower = Math.max(least, meansApart);
            double upper = Math.max(lower, greatest);
            return new WassersteinEstimate(reference, current, Math.max(lower, Math.min(area, upper)), lower, upper);
        }
    }

    private boolean isExact() {
        return reference.hasValues() && current.hasValues();
    }

    /** The score in units of a scale; a distance of 0 is 0 in any. */
    Outcome score(MeasureDefinition definition, double scale) {
        if (Double.isInfinite(scale)) {
            return NumericMeasure.tooLarge(definition);
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
