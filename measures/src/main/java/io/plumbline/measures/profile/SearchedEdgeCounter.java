package io.plumbline.measures.profile;

import io.plumbline.measures.column.Edges;
import java.util.Arrays;

/** Finds bins by halving, with the same steps for every value, so that there is nothing for the processor to guess wrongly. */
final class SearchedEdgeCounter extends EdgeCounter {
    /** The bounds, filled up with +∞ to one less than a power of two. */
    private final double[] padded;

    SearchedEdgeCounter(Edges edges) {
        super(edges);
        double[] bounds = halfOpen(edges);
        padded = Arrays.copyOf(bounds, 2 * Integer.highestOneBit(bounds.length) - 1);
        Arrays.fill(padded, bounds.length, padded.length, Double.POSITIVE_INFINITY);
    }

    @Override
    public void add(double[] values, int size) {
        long[] target = counts;
        double[] bounds = padded;
        int firstStep = (bounds.length + 1) / 2;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            int atMost = 0;
            for (int step = firstStep; step > 0; step >>= 1) {
                atMost += value >= bounds[atMost + step - 1] ? step : 0;
            }
            target[atMost]++;
        }
    }
}
