package io.plumbline.measures.profile;

import io.plumbline.measures.column.Edges;

/**
 * Counts values over edges, exactly as {@link Edges#binOf} places them. Where the edges are so even that arithmetic misses the bin by
 * one at most, the bin is computed and put right by two comparisons; elsewhere it is searched for. Not safe for use by several threads.
 */
public abstract sealed class EdgeCounter permits ComputedEdgeCounter, SearchedEdgeCounter {
    /** {@code counts[0]} is below the first edge, {@code counts[i]} is bin i-1, the last is above the last edge. */
    final long[] counts;

    EdgeCounter(Edges edges) {
        counts = new long[edges.bins() + 2];
    }

    /** The faster way to count over these edges. */
    public static EdgeCounter over(Edges edges) {
        return ComputedEdgeCounter.isPossible(edges) ? new ComputedEdgeCounter(edges) : new SearchedEdgeCounter(edges);
    }

    /** Counts the first {@code size} values, which must be finite. */
    public abstract void add(double[] values, int size);

    /** The counts so far: below the first edge, in each bin, above the last edge. */
    public long[] counts() {
        return counts.clone();
    }

    /** The edges, with the last moved up by one double, so that the last bin needs no rule of its own to hold its upper edge. */
    static double[] halfOpen(Edges edges) {
        double[] bounds = edges.toArray();
        bounds[bounds.length - 1] = Math.nextUp(edges.last());
        return bounds;
    }
}
