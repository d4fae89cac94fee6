package io.plumbline.measures.quality;

import io.plumbline.measures.table.Table.AlignedSink;

/** Keeps every {@code step}-th of aligned rows, from the first on. */
final class SampledRows implements AlignedSink {
    private final double[][] kept;
    private final long step;
    private long read;
    private int size;

    SampledRows(int columns, long rows, long step) {
        this.step = step;
        this.kept = new double[columns][Math.toIntExact((rows + step - 1) / step)];
    }

    @Override
    public void accept(double[][] block, int rows) {
        // The first row of this block whose number is a multiple of the step.
        for (long row = (step - read % step) % step; row < rows; row += step) {
            for (int column = 0; column < kept.length; column++) {
                kept[column][size] = block[column][(int) row];
            }
            size++;
        }
        read += rows;
    }

    /** The values of a column, in the order of the rows. */
    double[] take(int column) {
        return kept[column];
    }
}
