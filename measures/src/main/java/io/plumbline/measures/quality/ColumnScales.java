package io.plumbline.measures.quality;

import io.plumbline.measures.table.Table;
import io.plumbline.measures.table.TableColumn;
import java.util.List;

/** Means and extents of several numeric columns, and their values measured by them. */
final class ColumnScales {
    private final double[] means;
    private final double[] largest;
    private final long[] counts;
    private double[][] centred = new double[0][0];

    private ColumnScales(int columns) {
        means = new double[columns];
        largest = new double[columns];
        counts = new long[columns];
    }

    static ColumnScales of(Table table, List<TableColumn> columns) {
        ColumnScales scales = new ColumnScales(columns.size());
        table.readAligned(columns, scales::add);
        return scales;
    }

    private void add(double[][] block, int size) {
        for (int column = 0; column < means.length; column++) {
            for (int row = 0; row < size; row++) {
                add(column, block[column][row]);
            }
        }
    }

    private void add(int column, double value) {
        if (Double.isFinite(value)) {
            counts[column]++;
            // halves, because the distance of two doubles may be more than a double holds
            means[column] += 2 * ((value / 2 - means[column] / 2) / counts[column]);
            largest[column] = Math.max(largest[column], Math.abs(value));
        }
    }

    /** (value - mean) / extent, between -2 and 2; NaN for values that are not finite. The arrays are reused. */
    double[][] centred(double[][] block, int size) {
        if (centred.length == 0 || centred[0].length < size) {
            centred = new double[means.length][size];
        }
        for (int column = 0; column < means.length; column++) {
            centre(column, block[column], size);
        }
        return centred;
    }

    private void centre(int column, double[] values, int size) {
        // Taken from the mean before the division, so that small differences of large values keep all their digits.
        double halfMean = means[column] / 2;
        double halfExtent = largest[column] == 0 ? 1 : largest[column] / 2;
        for (int row = 0; row < size; row++) {
            double value = values[row];
            centred[column][row] = Double.isFinite(value) ? (value / 2 - halfMean) / halfExtent : Double.NaN;
        }
    }
}
