package io.plumbline.measures.quality;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.NotKnownException;

/** How many values lie below and above a range. */
record OutOfRange(long below, long above) {
    private static final OutOfRange NONE = new OutOfRange(0, 0);

    static OutOfRange of(Moments range, ColumnData column) {
        if (range.count() == 0 || column.tally().values() == 0) {
            return NONE;
        }
        boolean below = column.moments().min() < range.min();
        boolean above = column.moments().max() > range.max();
        return below || above ? counted(range, column, below, above) : NONE;
    }

    private static OutOfRange counted(Moments range, ColumnData column, boolean below, boolean above) {
        try {
            EdgeCounts counts = column.countsOver(edges(range));
            return new OutOfRange(atLeast(below, counts.below()), atLeast(above, counts.above()));
        } catch (NotKnownException unknown) {
            return new OutOfRange(atLeast(below, 0), atLeast(above, 0));
        }
    }

    /** A sketch may have missed the one value that the smallest and the largest value are known to be exactly. */
    private static long atLeast(boolean any, double count) {
        return any ? Math.max(1, Math.round(count)) : 0;
    }

    /** A range of one value is widened to the next double towards zero, for edges must differ. */
    private static Edges edges(Moments range) {
        if (range.min() < range.max()) {
            return Edges.of(range.min(), range.max());
        }
        return range.max() > 0
                ? Edges.of(Math.nextDown(range.max()), range.max())
                : Edges.of(range.min(), Math.nextUp(range.min()));
    }
}
