package io.plumbline.measures.performance;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Tells which of two classes values are of: labels or predictions, positive or negative, favourable or not. Immutable and safe for use by
 * several threads.
 */
public final class BinaryCodes {
    /** The value is of the negative class. */
    public static final byte NEGATIVE = 0;
    /** The value is of the positive class. */
    public static final byte POSITIVE = 1;
    /** There is no value. */
    public static final byte MISSING = -1;
    /** The value is of neither class. */
    public static final byte UNKNOWN = -2;

    private final Map<String, Byte> codes = new HashMap<>();
    private final byte others;

    private BinaryCodes(Collection<String> positive, Collection<String> negative, byte others) {
        negative.forEach(each -> codes.put(each, NEGATIVE));
        for (String each : positive) {
            if (codes.put(each, POSITIVE) != null && negative.contains(each)) {
                throw new IllegalArgumentException("'" + each + "' cannot be of both classes");
            }
        }
        this.others = others;
    }

    /**
     * Values of these two classes; numbers as {@link ClassNames} writes them.
     *
     * @throws IllegalArgumentException where a value is of both
     */
    public static BinaryCodes of(Collection<String> positive, Collection<String> negative) {
        return new BinaryCodes(positive, negative, UNKNOWN);
    }

    /** Values of this class and all others. */
    public static BinaryCodes positive(Collection<String> positive) {
        return new BinaryCodes(positive, List.of(), NEGATIVE);
    }

    /** The code of a value. */
    public byte code(String value) {
        return codes.getOrDefault(value, others);
    }

    /** The codes of texts. */
    public byte[] texts(String[] values, BitSet missing) {
        return codes(values.length, missing, row -> values[row]);
    }

    /** The codes of numbers; NaN is missing. */
    public byte[] numbers(double[] values, BitSet missing) {
        byte[] codes = codes(values.length, missing, row -> ClassNames.of(values[row]));
        for (int row = 0; row < values.length; row++) {
            codes[row] = Double.isNaN(values[row]) ? MISSING : codes[row];
        }
        return codes;
    }

    /** The codes of whole numbers. */
    public byte[] integers(long[] values, BitSet missing) {
        return codes(values.length, missing, row -> Long.toString(values[row]));
    }

    /** The codes of truth values, which are called {@code true} and {@code false}. */
    public byte[] booleans(boolean[] values, BitSet missing) {
        return codes(values.length, missing, row -> Boolean.toString(values[row]));
    }

    private byte[] codes(int size, BitSet missing, IntFunction<String> name) {
        byte[] found = new byte[size];
        for (int row = 0; row < size; row++) {
            found[row] = missing.get(row) ? MISSING : code(name.apply(row));
        }
        return found;
    }
}
