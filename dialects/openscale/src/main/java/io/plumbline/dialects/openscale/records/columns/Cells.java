package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.record.BatchColumn;
import java.util.BitSet;

/**
 * The values of a column so far. Each kind takes some values and refuses the others by column and row; a value that only a wider kind
 * takes is answered with cells of that kind. Rows that were not given hold anything.
 */
abstract class Cells {
    private static final int LONGEST_QUOTE = 40;

    final String column;

    Cells(String column) {
        this.column = column;
    }

    /** What the cells take, in words. */
    abstract String taken();

    /** Whether the next value has to come as the text of a JSON value. */
    boolean takeJson() {
        return false;
    }

    Cells integer(int row, long value) {
        throw refused(row, "the whole number " + value);
    }

    Cells number(int row, double value) {
        throw refused(row, "the number " + value);
    }

    Cells truth(int row, boolean value) {
        throw refused(row, Boolean.toString(value));
    }

    Cells text(int row, String value) {
        throw refused(row, "the text " + quoted(value));
    }

    Cells vector(int row, double[] value) {
        throw refused(row, "an array of numbers");
    }

    Cells json(int row, String value) {
        throw refused(row, "a nested value");
    }

    /** The first so many rows, as a column of a batch. */
    abstract BatchColumn column(int rows, BitSet missing);

    final PlumblineException refused(int row, String came) {
        return Refusal.of(column, row, "takes " + taken() + ", not " + came);
    }

    static String quoted(String value) {
        return '"' + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value) + '"';
    }

    /** A length for an array that has to hold this row and will hold more. */
    static int lengthFor(int row) {
        return Math.max(16, row + (row >> 1) + 1);
    }
}
