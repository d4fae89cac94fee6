package io.plumbline.measures.summary;

import java.util.Comparator;

/**
 * What rows agree in: a cell of a table of two ways, such as label and prediction.
 *
 * @param row the first
 * @param column the second
 */
public record Cell(String row, String column) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::row).thenComparing(Cell::column);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
