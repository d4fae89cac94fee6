package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;

/** Instants, which come as texts. */
final class TimestampCells extends Cells {
    private long[] micros = new long[0];

    TimestampCells(String column) {
        super(column);
    }

    @Override
    String taken() {
        return "times such as 2026-01-31T12:00:00.000Z";
    }

    @Override
    Cells text(int row, String value) {
        OptionalLong instant = TimeText.micros(value);
        if (instant.isEmpty()) {
            throw refused(row, "the text " + quoted(value));
        }
        if (row >= micros.length) {
            micros = Arrays.copyOf(micros, lengthFor(row));
        }
        micros[row] = instant.getAsLong();
        return this;
    }

    @Override
    BatchColumn column(int rows, BitSet missing) {
        return new BatchColumn.Timestamps(column, Arrays.copyOf(micros, rows), missing);
    }
}
