package io.plumbline.measures.exact;

import java.math.BigInteger;

/**
 * A sum of finite doubles, of their squares or of whole numbers without any rounding, and so independent of their order.
 *
 * <p>A small superaccumulator (Radford M. Neal, "Fast exact summation using small and large superaccumulators", 2015): one fixed-point
 * number wide enough for the square of the smallest and of the largest double, in limbs of 64 bits that carry 32 bits of it each. The
 * upper half of a limb takes up carries, which are passed on only every {@value #ROOM} additions. Not safe for use by several threads.
 */
public final class ExactSum {
    private static final int BITS = 32;
    private static final long MASK = 0xFFFF_FFFFL;
    /** The limb in which the number 1 lies; the squares of the smallest doubles, multiples of 2^-2148, still fit below. */
    private static final int ONE = 68;
    /** The squares of the largest doubles end in limb 131; 2^63 of them need two more. */
    private static final int LIMBS = 136;
    /** An addition makes a limb grow by less than 2^53, so this many are safe between two carries. */
    private static final int ROOM = 512;
    /** How many whole numbers' parts of 32 bits can be added up in a long. */
    private static final int LONG_ROOM = 1 << 30;

    private static final long FRACTION = (1L << 52) - 1;
    /** A double is {@code mantissa · 2^(biased exponent - 1075)}. */
    private static final int DOUBLE_BASE = ONE * BITS - 1075;

    private static final int SQUARE_BASE = ONE * BITS - 2 * 1075;

    private final long[] limbs = new long[LIMBS];
    private int room = ROOM;

    /** Adds the first {@code size} values, which must be finite. */
    public void addAll(double[] values, int size) {
        for (int from = 0, to; from < size; from = to) {
            to = from + Math.min(ROOM, size - from);
            makeRoom(to - from);
            for (int i = from; i < to; i++) {
                deposit(limbs, values[i]);
            }
        }
    }

    /** Adds the squares of the first {@code size} values, which must be finite. */
    public void addSquares(double[] values, int size) {
        for (int from = 0, to; from < size; from = to) {
            to = from + Math.min(ROOM, size - from);
            makeRoom(to - from);
            for (int i = from; i < to; i++) {
                depositSquare(limbs, values[i]);
            }
        }
    }

    /** Adds a finite value. */
    public void add(double value) {
        makeRoom(1);
        deposit(limbs, value);
    }

    private static void deposit(long[] limbs, double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long sign = bits >> 63;
        int position = Math.max(exponent, 1) + DOUBLE_BASE;
        int offset = position & (BITS - 1);
        int limb = position >>> 5;
        long mantissa = mantissa(bits, exponent);
        limbs[limb] += (((mantissa << offset) & MASK) ^ sign) - sign;
        limbs[limb + 1] += ((mantissa >>> (BITS - offset)) ^ sign) - sign;
    }

    private static void depositSquare(long[] limbs, double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        int position = 2 * Math.max(exponent, 1) + SQUARE_BASE;
        int offset = position & (BITS - 1);
        int limb = position >>> 5;
        long mantissa = mantissa(bits, exponent);
        long low = mantissa * mantissa;
        long high = Math.multiplyHigh(mantissa, mantissa);
        limbs[limb] += (low << offset) & MASK;
        limbs[limb + 1] += (low >>> (BITS - offset)) & MASK;
        limbs[limb + 2] += ((high << offset) | (low >>> 1 >>> (63 - offset))) & MASK;
        limbs[limb + 3] += high >>> (BITS - offset);
    }

    private static long mantissa(long bits, int exponent) {
        return (bits & FRACTION) | (exponent == 0 ? 0 : FRACTION + 1);
    }

    /** Adds the first {@code size} whole numbers. */
    public void addAll(long[] values, int size) {
        for (int from = 0, to; from < size; from = to) {
            to = from + Math.min(LONG_ROOM, size - from);
            long low = 0;
            long high = 0;
            for (int i = from; i < to; i++) {
                low += values[i] & MASK;
                high += values[i] >> BITS;
            }
            addLimbs(low, high, 0, 0);
        }
    }

    /** Adds the squares of the first {@code size} whole numbers. */
    public void addSquares(long[] values, int size) {
        for (int from = 0, to; from < size; from = to) {
            to = from + Math.min(LONG_ROOM, size - from);
            addLongSquares(values, from, to);
        }
    }

    private void addLongSquares(long[] values, int from, int to) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        for (int i = from; i < to; i++) {
            long low = values[i] * values[i];
            long high = Math.multiplyHigh(values[i], values[i]);
            first += low & MASK;
            second += low >>> BITS;
            third += high & MASK;
            fourth += high >>> BITS;
        }
        addLimbs(first, second, third, fourth);
    }

    private void addLimbs(long first, long second, long third, long fourth) {
        carry();
        limbs[ONE] += first;
        limbs[ONE + 1] += second;
        limbs[ONE + 2] += third;
        limbs[ONE + 3] += fourth;
        carry();
    }

    /** Adds another sum, which stays as it is in value. */
    public void merge(ExactSum other) {
        other.carry();
        makeRoom(1);
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] += other.limbs[i];
        }
    }

    /** The sum so far. */
    public Dyadic toDyadic() {
        carry();
        byte[] bigEndian = new byte[LIMBS * 4];
        for (int i = 0; i < LIMBS; i++) {
            for (int b = 0; b < 4; b++) {
                bigEndian[bigEndian.length - 1 - (4 * i + b)] = (byte) (limbs[i] >>> (8 * b));
            }
        }
        return new Dyadic(new BigInteger(bigEndian), -ONE * BITS);
    }

    /** The sum so far, correctly rounded. */
    public double toDouble() {
        return toDyadic().toDouble();
    }

    private void makeRoom(int additions) {
        if (room < additions) {
            carry();
        }
        room -= additions;
    }

    private void carry() {
        for (int i = 0; i < LIMBS - 1; i++) {
            limbs[i + 1] += limbs[i] >> BITS;
            limbs[i] &= MASK;
        }
        room = ROOM;
    }
}
