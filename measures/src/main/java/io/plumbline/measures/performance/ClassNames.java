package io.plumbline.measures.performance;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Classes are told apart by text, so that a label 1 and a prediction 1.0 are one class. */
public final class ClassNames {
    private static final double WHOLE = 1L << 53;

    private ClassNames() {}

    /** The class of a number: without a point where it is whole. */
    public static String of(double number) {
        boolean whole = number % 1 == 0 && Math.abs(number) < WHOLE;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    /** The classes of texts, null where missing. */
    public static @Nullable String[] texts(String[] values, BitSet missing) {
        return names(values.length, missing, row -> values[row]);
    }

    /** The classes of numbers, null where missing or NaN. */
    public static @Nullable String[] numbers(double[] values, BitSet missing) {
        return names(values.length, missing, row -> Double.isNaN(values[row]) ? null : of(values[row]));
    }

    /** The classes of whole numbers, null where missing. */
    public static @Nullable String[] integers(long[] values, BitSet missing) {
        return names(values.length, missing, row -> Long.toString(values[row]));
    }

    /** The classes of truth values, {@code true} and {@code false}, null where missing. */
    public static @Nullable String[] booleans(boolean[] values, BitSet missing) {
        return names(values.length, missing, row -> Boolean.toString(values[row]));
    }

    private static @Nullable String[] names(int size, BitSet missing, IntFunction<@Nullable String> name) {
        @Nullable String[] names = new @Nullable String[size];
        for (int row = 0; row < size; row++) {
            names[row] = missing.get(row) ? null : name.apply(row);
        }
        return names;
    }
}
