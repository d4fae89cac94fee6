package io.plumbline.measures.profile;

import io.plumbline.measures.column.ColumnType;

/**
 * Numbers as longs of the same order: whole numbers are their own, doubles by their bits. So one code serves the smallest, the largest
 * and the counted values of every numeric type without loss.
 */
final class Ordinal {
    private Ordinal() {}

    /** Of a finite double; -0.0 and 0.0 are one value. */
    static long of(double value) {
        return flip(Double.doubleToRawLongBits(value + 0.0));
    }

    /** The number that an ordinal stands for, rounded to the nearest double where it is whole and beyond 2^53. */
    static double toDouble(ColumnType type, long ordinal) {
        return type == ColumnType.NUMBER ? Double.longBitsToDouble(flip(ordinal)) : (double) ordinal;
    }

    /** Its own inverse: turns the order of negative numbers around. */
    private static long flip(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
