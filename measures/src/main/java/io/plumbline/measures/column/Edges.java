package io.plumbline.measures.column;

import java.util.Arrays;

/**
 * Ascending edges of bins. Bin {@code i} holds {@code edges[i] <= x < edges[i+1]}; the last bin also holds its upper edge (numpy's
 * rule). What lies outside belongs to the guards below and above.
 */
public final class Edges {
    private final double[] edges;
    private final boolean equalWidth;

    private Edges(double[] edges, boolean equalWidth) {
        this.edges = edges;
        this.equalWidth = equalWidth;
    }

    /**
     * Edges as given.
     *
     * @throws IllegalArgumentException unless there are at least two, finite and strictly ascending
     */
    public static Edges of(double... edges) {
        double[] copy = edges.clone();
        requireAscending(copy);
        return new Edges(copy, false);
    }

    /**
     * {@code bins} bins of equal width from {@code min} to {@code max}. Edge {@code i} is {@code min + i·(max-min)/bins}, and the
     * last is {@code max} itself, as numpy's {@code linspace} has it.
     *
     * @throws IllegalArgumentException unless {@code min < max}, both are finite, and their distance can be told apart in
     *     {@code bins} steps
     */
    public static Edges equalWidth(double min, double max, int bins) {
        double[] edges = new double[bins + 1];
        double step = (max - min) / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step + min;
        }
        edges[bins] = max;
        requireAscending(edges);
        return new Edges(edges, true);
    }

    private static void requireAscending(double[] edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("at least two edges are needed, and there are " + edges.length);
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException("edges must be finite and strictly ascending, edge " + i
                        + " is not: " + Arrays.toString(Arrays.copyOf(edges, Math.min(edges.length, 40))));
            }
        }
    }

    /** The number of bins, one less than the number of edges. */
    public int bins() {
        return edges.length - 1;
    }

    /** Edge {@code i}, from 0 to {@link #bins()} inclusive. */
    public double edge(int i) {
        return edges[i];
    }

    /** The first edge. */
    public double first() {
        return edges[0];
    }

    /** The last edge. */
    public double last() {
        return edges[edges.length - 1];
    }

    /** Whether the bins are of equal width, so that the bin of a value is found by arithmetic instead of search. */
    public boolean isEqualWidth() {
        return equalWidth;
    }

    /** A copy of the edges. */
    public double[] toArray() {
        return edges.clone();
    }

    /** The bin of a finite value: 0 to {@code bins()-1}, or -1 below the first edge, or {@code bins()} above the last. */
    public int binOf(double value) {
        if (value < edges[0]) {
            return -1;
        }
        int bins = bins();
        if (value >= edges[bins]) {
            return value == edges[bins] ? bins - 1 : bins;
        }
        // adding 0.0 makes -0.0 and 0.0 one value, which the search alone would tell apart
        int found = Arrays.binarySearch(edges, value + 0.0);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edges that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return (equalWidth ? "equal width " : "") + Arrays.toString(edges);
    }
}
