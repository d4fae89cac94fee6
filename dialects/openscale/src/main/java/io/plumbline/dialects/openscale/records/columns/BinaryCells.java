package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;

/** Bytes, which come as texts of base64. */
final class BinaryCells extends Cells {
    private static final byte[] EMPTY = {};

    private byte[][] values = new byte[0][];

    BinaryCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "bytes as base64";
    }

    @Override
    Cells text(int row, String value) {
        if (row >= values.length) {
            values = Arrays.copyOf(values, lengthFor(row));
        }
        try {
            values[row] = Base64.getDecoder().decode(value);
            return this;
        } catch (IllegalArgumentException e) {
            throw refused(row, "the text " + quoted(value));
        }
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        byte[][] bytes = Arrays.copyOf(values, rows);
        missing.stream().forEach(row -> bytes[row] = EMPTY);
        return new BatchColumn.Binaries(column, bytes, missing);
    }
}
