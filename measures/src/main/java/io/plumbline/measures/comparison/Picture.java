package io.plumbline.measures.comparison;

import java.util.List;

/**
 * Both distributions over the same bins, for drawing only.
 *
 * @param labels of the bars: categories, or the lower and upper edge of each bin
 * @param edges for a numeric column one more number than there are bars; empty for categories
 * @param reference shares of the reference, between 0 and 1
 * @param current shares of the current data
 */
public record Picture(List<String> labels, List<Double> edges, List<Double> reference, List<Double> current) {
    /** Nothing to draw. */
    public static final Picture EMPTY = new Picture(List.of(), List.of(), List.of(), List.of());

    /** Keeps unmodifiable copies. */
    public Picture {
        labels = List.copyOf(labels);
        edges = List.copyOf(edges);
        reference = List.copyOf(reference);
        current = List.copyOf(current);
    }
}
