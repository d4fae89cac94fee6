package io.plumbline.server.output;

import io.plumbline.measures.column.Tally;
import io.plumbline.measures.comparison.ColumnReport;
import io.plumbline.measures.quality.ColumnChange;
import io.plumbline.measures.quality.ColumnQuality.Constancy;
import java.util.ArrayList;
import java.util.List;

/** What else a user should know of a column, in a few words. */
final class Notes {
    private Notes() {}

    static String of(ColumnReport column) {
        List<String> notes = new ArrayList<>();
        addChanges(column.change(), notes);
        addUnusable(column.current().tally(), notes);
        addConstancy(column.current().constancy(), notes);
        return String.join("; ", notes);
    }

    /** What is unusable in a column. */
    static String of(Tally tally) {
        List<String> notes = new ArrayList<>();
        addUnusable(tally, notes);
        if (tally.nan() > 0) {
            notes.add(rows(tally.nan()) + " not a number (NaN)");
        }
        return String.join("; ", notes);
    }

    private static void addChanges(ColumnChange change, List<String> notes) {
        if (change.newCategoryRows() > 0) {
            notes.add("new categories in " + rows(change.newCategoryRows()) + named(change.newCategories()));
        }
        if (!change.vanishedCategories().isEmpty()) {
            notes.add("vanished categories" + named(change.vanishedCategories()));
        }
        if (change.belowRange() > 0) {
            notes.add(rows(change.belowRange()) + " below the range");
        }
        if (change.aboveRange() > 0) {
            notes.add(rows(change.aboveRange()) + " above the range");
        }
    }

    private static void addUnusable(Tally tally, List<String> notes) {
        if (tally.violations() > 0) {
            notes.add(rows(tally.violations()) + " not of its type");
        }
        if (tally.infinities() > 0) {
            notes.add(rows(tally.infinities()) + " infinite");
        }
    }

    private static void addConstancy(Constancy constancy, List<String> notes) {
        switch (constancy) {
            case EMPTY -> notes.add("no values");
            case CONSTANT -> notes.add("only one value");
            case ALMOST_CONSTANT -> notes.add("almost constant");
            case VARYING -> {}
        }
    }

    private static String rows(long rows) {
        return Counted.text(rows, "row", "rows");
    }

    private static String named(List<String> categories) {
        if (categories.isEmpty()) {
            return "";
        }
        return categories.size() == 1 ? " (" + categories.getFirst() + ")" : " (" + categories.getFirst() + ", …)";
    }
}
