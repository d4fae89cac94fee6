package io.plumbline.measures.comparison;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;
import java.util.List;

/**
 * Both distributions over the same bins, for drawing only.
 *
 * @param labels of the bars: categories, single values, or the lower and upper edge of each bin
 * @param edges for bins one more number than there are bars, in microseconds for instants; empty for categories and single values
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

    /**
     * Draws two columns. Numbers of at most {@value NumericPicture#MOST_BARS} different values get a bar for each; otherwise there
     * are so many bins of equal width between the outermost of both sides' quantiles at 0.5 and 99.5 %, and what lies outside is
     * counted in the first and the last. Of categories the {@value CategoryPicture#MOST_BARS} with the largest share are drawn, and
     * the rest together as "other".
     *
     * @return {@link #EMPTY} where one is of numbers and the other of categories, where neither has values, and where neither values
     *     nor a sketch of them is known
     */
    public static Picture of(ColumnData reference, ColumnData current) {
        boolean numeric = reference.type().isNumeric();
        if (numeric != current.type().isNumeric()
                || reference.tally().values() + current.tally().values() == 0) {
            return EMPTY;
        }
        try {
            return numeric
                    ? new NumericPicture(reference, current).picture()
                    : CategoryPicture.of(reference.categories(), current.categories());
        } catch (NotKnownException unknown) {
            return EMPTY;
        }
    }
}
