package io.plumbline.measures.performance;

import io.plumbline.measures.summary.Mass;
import java.util.List;

/**
 * The confusion matrix of several classes: rows that have a label and a prediction.
 *
 * @param classes in ascending order
 * @param cells by label and prediction, both in the order of the classes
 * @param other rows whose label or prediction is of a class that was not kept, because there are too many
 * @param agreeing all rows that were predicted rightly, those of other classes included
 */
public record ConfusionMatrix(List<String> classes, List<List<Mass>> cells, Mass other, Mass agreeing)
        implements CrossTable {

    /** All rows. */
    public Mass all() {
        return cells.stream().flatMap(List::stream).reduce(other, Mass::plus);
    }

    /** Whether every class was kept. */
    public boolean isComplete() {
        return other.rows() == 0;
    }

    /** Whether some rows count more than others. */
    @Override
    public boolean isWeighted() {
        return all().isWeighted();
    }

    @Override
    public double[][] weights() {
        return cells.stream()
                .map(row -> row.stream().mapToDouble(Mass::total).toArray())
                .toArray(double[][]::new);
    }
}
