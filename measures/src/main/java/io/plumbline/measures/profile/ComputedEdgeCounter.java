package io.plumbline.measures.profile;

import io.plumbline.measures.column.Edges;

/** Finds bins by arithmetic. */
final class ComputedEdgeCounter extends EdgeCounter {
    private final double[] bounds;
    private final double inverseWidth;

    ComputedEdgeCounter(Edges edges) {
        super(edges);
        bounds = halfOpen(edges);
        inverseWidth = inverseWidth(edges);
    }

    private static double inverseWidth(Edges edges) {
        return edges.bins() / (edges.last() - edges.first());
    }

    /**
     * Whether the computed bin is never off by more than one. The computed bin does not fall while values rise, so it is enough to
     * look at the first and the last value of each bin.
     */
    static boolean isPossible(Edges edges) {
        double inverse = inverseWidth(edges);
        if (inverse == 0) { // the edges are so far apart that their distance overflows
            return false;
        }
        for (int bin = 0; bin < edges.bins(); bin++) {
            int least = computed(edges.edge(bin), edges.first(), inverse, edges.bins());
            int most = computed(Math.nextDown(edges.edge(bin + 1)), edges.first(), inverse, edges.bins());
            if (least < bin - 1 || most > bin + 1) {
                return false;
            }
        }
        return true;
    }

    private static int computed(double value, double first, double inverse, int bins) {
        return Math.max(0, Math.min(bins - 1, (int) ((value - first) * inverse)));
    }

    @Override
    public void add(double[] values, int size) {
        long[] target = counts;
        double[] edge = bounds;
        double first = edge[0];
        double inverse = inverseWidth;
        int bins = edge.length - 1;
        for (int i = 0; i < size; i++) {
            double value = values[i];
            int bin = computed(value, first, inverse, bins);
            bin += value >= edge[bin + 1] ? 1 : value < edge[bin] ? -1 : 0;
            target[bin + 1]++;
        }
    }
}
