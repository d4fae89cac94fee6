package io.plumbline.domain.experiment;

import java.util.stream.IntStream;

/**
 * The points of a metric in a run as columns, ordered by step, then by time, then as they came.
 *
 * @param steps of the points
 * @param micros their times, in microseconds since 1970-01-01T00:00:00Z
 * @param values which may be NaN or infinite
 */
public record MetricSeries(long[] steps, long[] micros, double[] values) {
    /** Without a point. */
    public static final MetricSeries EMPTY = new MetricSeries(new long[0], new long[0], new double[0]);

    /** The count of points. */
    public int size() {
        return steps.length;
    }

    /** The points at these places, in this order. */
    public MetricSeries at(IntStream places) {
        int[] chosen = places.toArray();
        MetricSeries some =
                new MetricSeries(new long[chosen.length], new long[chosen.length], new double[chosen.length]);
        for (int i = 0; i < chosen.length; i++) {
            some.steps[i] = steps[chosen[i]];
            some.micros[i] = micros[chosen[i]];
            some.values[i] = values[chosen[i]];
        }
        return some;
    }

    /** At most so many points at even distances, the first and the last among them. */
    public MetricSeries sampled(int most) {
        if (most >= size() || most < 1) {
            return this;
        }
        if (most == 1) {
            return at(IntStream.of(size() - 1));
        }
        return at(IntStream.range(0, most).map(i -> (int) ((long) i * (size() - 1) / (most - 1))));
    }
}
