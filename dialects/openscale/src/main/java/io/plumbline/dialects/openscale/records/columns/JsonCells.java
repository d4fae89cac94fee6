package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;

/** JSON values, kept as their texts. */
final class JsonCells extends Cells {
    private String[] values = new String[0];

    JsonCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "nested values";
    }

    @Override
    boolean takeJson() {
        return true;
    }

    @Override
    Cells json(int row, String value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        values[row] = value;
        return this;
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        return new BatchColumn.Texts(column, ValueType.JSON, Arrays.copyOf(values, rows), missing);
    }
}
