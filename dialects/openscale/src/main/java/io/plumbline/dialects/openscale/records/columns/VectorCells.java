package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;

/** Arrays of numbers. */
final class VectorCells extends Cells {
    private static final double[] EMPTY = {};

    private double[][] values = new double[0][];

    VectorCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "arrays of numbers";
    }

    @Override
    Cells vector(int row, double[] value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        values[row] = value;
        return this;
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        double[][] vectors = Arrays.copyOf(values, rows);
        missing.stream().forEach(row -> vectors[row] = EMPTY);
        return new BatchColumn.Vectors(column, vectors, missing);
    }
}
