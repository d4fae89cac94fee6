package io.plumbline.dialects.openscale.records.columns;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;

/** Says which cell is wrong. */
public final class Refusal {
    private Refusal() {}

    /** That the cell in this column and this row, counted from 0, is wrong. */
    public static PlumblineException of(String column, int row, String what) {
        return PlumblineException.invalid(column, row(row) + "the column " + column + " " + what);
    }

    /** The same refusal of something in this row, which says the line of a file in place of the row. */
    public static Failure.Invalid atLine(Failure.Invalid refusal, int row, long line) {
        String message = refusal.message();
        String what = message.startsWith(row(row)) ? message.substring(row(row).length()) : message;
        return new Failure.Invalid("line " + line + ": " + what, refusal.where());
    }

    private static String row(int row) {
        return "row " + (row + 1) + ": ";
    }
}
