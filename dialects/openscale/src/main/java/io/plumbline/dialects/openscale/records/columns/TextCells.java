package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;

/** Texts. */
class TextCells extends Cells {
    private String[] values = new String[0];

    TextCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "texts";
    }

    @Override
    Cells text(int row, String value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        values[row] = value;
        return this;
    }

    final String[] values(int rows) {
        return Arrays.copyOf(values, rows);
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        return new BatchColumn.Texts(column, ValueType.TEXT, values(rows), missing);
    }
}
