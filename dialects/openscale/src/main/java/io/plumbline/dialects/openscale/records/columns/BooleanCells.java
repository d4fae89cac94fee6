package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;

/** True and false. */
final class BooleanCells extends Cells {
    private boolean[] values = new boolean[0];

    BooleanCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "true and false";
    }

    @Override
    Cells truth(int row, boolean value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        values[row] = value;
        return this;
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        return new BatchColumn.Booleans(column, Arrays.copyOf(values, rows), missing);
    }
}
