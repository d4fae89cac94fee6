package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.BitSet;

/** No value has come yet, and the schema does not say which ones will: the first one decides. */
final class UndecidedCells extends Cells {
    UndecidedCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "anything";
    }

    @Override
    Cells integer(int row, long value) {
        return new IntegerCells(column).integer(row, value);
    }

    @Override
    Cells number(int row, double value) {
        return new NumberCells(column).number(row, value);
    }

    @Override
    Cells truth(int row, boolean value) {
        return new BooleanCells(column).truth(row, value);
    }

    @Override
    Cells text(int row, String value) {
        return new TextCells(column).text(row, value);
    }

    @Override
    Cells vector(int row, double[] value) {
        // Nothing tells of what an empty array is an array.
        return value.length == 0 ? json(row, "[]") : new VectorCells(column).vector(row, value);
    }

    @Override
    Cells json(int row, String value) {
        return new JsonCells(column).json(row, value);
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        throw new IllegalStateException("the column " + column + " has no values");
    }
}
