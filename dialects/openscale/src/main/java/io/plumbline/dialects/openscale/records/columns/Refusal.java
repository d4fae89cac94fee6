package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.PlumblineException;

/** Says which cell is wrong. */
public final class Refusal {
    private Refusal() {}

    /** That the cell in this column and this row, counted from 0, is wrong. */
    public static PlumblineException of(String column, int row, String what) {
        return PlumblineException.invalid(column, "row " + (row + 1) + ": the column " + column + " " + what);
    }
}
