package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;

/** Whole numbers, until a fraction comes. */
final class IntegerCells extends Cells {
    private long[] values = new long[0];

    IntegerCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "numbers";
    }

    @Override
    Cells integer(int row, long value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        values[row] = value;
        return this;
    }

    @Override
    Cells number(int row, double value) {
        return new NumberCells(column, values).number(row, value);
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        return new BatchColumn.Integers(column, Arrays.copyOf(values, rows), missing);
    }
}
