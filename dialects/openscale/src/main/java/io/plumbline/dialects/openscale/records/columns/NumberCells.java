package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;

/** Floating point numbers; whole numbers become such. */
final class NumberCells extends Cells {
    private double[] values;

    NumberCells(String column) {
        super(column);
        this.values = new double[0];
    }

    NumberCells(String column, long[] integers) {
        super(column);
        this.values = new double[integers.length];
        for (int i = 0; i < integers.length; i++) {
            values[i] = integers[i];
        }
    }

    @Override
    String taken() {
        return "numbers";
    }

    @Override
    Cells integer(int row, long value) {
        return number(row, (double) value);
    }

    @Override
    Cells number(int row, double value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        values[row] = value;
        return this;
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        return new BatchColumn.Numbers(column, Arrays.copyOf(values, rows), missing);
    }
}
