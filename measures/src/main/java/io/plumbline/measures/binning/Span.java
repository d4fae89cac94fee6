package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;

/**
 * Number and range of the values that bins are laid over, with numpy's rules for laying them.
 *
 * @param count how many values
 * @param min the smallest
 * @param max the largest
 * @param whole whether they are an array of integers to numpy
 */
record Span(double count, double min, double max, boolean whole) {

    /** Of one column, taken as floating point numbers. */
    static Span of(ColumnData column) {
        Moments moments = column.moments();
        return new Span(moments.count(), moments.min(), moments.max(), false);
    }

    /** Of both columns together. */
    static Span ofBoth(ColumnData reference, ColumnData current) {
        Moments before = reference.moments();
        Moments now = current.moments();
        return new Span(
                (double) before.count() + now.count(),
                Math.min(before.min(), now.min()),
                Math.max(before.max(), now.max()),
                isWhole(reference) && isWhole(current));
    }

    /** Integers without gaps: pandas keeps a column with missing values as floating point numbers. */
    private static boolean isWhole(ColumnData column) {
        return column.type() == ColumnType.INTEGER
                && column.tally().rows() == column.tally().values();
    }

    Span withCount(double newCount) {
        return new Span(newCount, min, max, whole);
    }

    double range() {
        return max - min;
    }

    /** numpy: as many bins of this width as the range takes; a width of 0 makes one bin, and integers no bins narrower than 1. */
    int binsOfWidth(double width) {
        if (!(width > 0)) {
            return 1;
        }
        double taken = whole && width < 1 ? 1 : width;
        return (int) Math.ceil((last() - first()) / taken);
    }

    /** Equal bins from the smallest to the largest value, or half a unit around a single one. */
    Edges cut(int bins) {
        try {
            return Edges.equalWidth(first(), last(), bins);
        } catch (IllegalArgumentException e) {
            throw new BinningException(
                    "values from " + min + " to " + max + " cannot be cut into " + bins + " bins of equal width", e);
        }
    }

    private double first() {
        return min == max ? min - 0.5 : min;
    }

    private double last() {
        return min == max ? max + 0.5 : max;
    }
}
