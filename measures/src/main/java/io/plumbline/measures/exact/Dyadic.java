package io.plumbline.measures.exact;

import java.math.BigInteger;

/**
 * A number {@code significand · 2^exponent}, exactly: every finite double is one, and so is every sum and product of them. In its one
 * canonical form the significand is odd, or both parts are 0, so equal numbers are equal records.
 *
 * @param significand the odd part, with the sign
 * @param exponent the power of two
 */
public record Dyadic(BigInteger significand, int exponent) {
    /** The number 0. */
    public static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);

    /** Brings it to its canonical form. */
    public Dyadic {
        int zeros = Math.max(0, significand.getLowestSetBit());
        significand = significand.shiftRight(zeros);
        exponent = significand.signum() == 0 ? 0 : exponent + zeros;
    }

    /** The exact value of a whole number. */
    public static Dyadic of(long value) {
        return new Dyadic(BigInteger.valueOf(value), 0);
    }

    /**
     * The exact value of a double.
     *
     * @throws IllegalArgumentException where it is not finite
     */
    public static Dyadic exactly(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " has no exact value");
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        return new Dyadic(BigInteger.valueOf((long) Math.scalb(value, -exponent)), exponent);
    }

    /** The sum. */
    public Dyadic plus(Dyadic other) {
        int common = Math.min(exponent, other.exponent);
        return new Dyadic(scaledTo(common).add(other.scaledTo(common)), common);
    }

    /** The difference. */
    public Dyadic minus(Dyadic other) {
        return plus(new Dyadic(other.significand.negate(), other.exponent));
    }

    /** The product. */
    public Dyadic times(Dyadic other) {
        return new Dyadic(significand.multiply(other.significand), exponent + other.exponent);
    }

    private BigInteger scaledTo(int smallerExponent) {
        return significand.shiftLeft(exponent - smallerExponent);
    }

    /** The nearest double, ties to even; infinite beyond the largest. */
    public double toDouble() {
        return round(significand.abs(), exponent) * significand.signum();
    }

    /**
     * The double nearest to the quotient, ties to even.
     *
     * @param divisor greater than 0
     */
    public double dividedBy(BigInteger divisor) {
        // 55 bits and one that stands for all that follow are enough to round once
        int shift = Math.max(0, 55 + divisor.bitLength() - significand.bitLength());
        BigInteger[] parts = significand.abs().shiftLeft(shift).divideAndRemainder(divisor);
        BigInteger quotient = parts[0].shiftLeft(1);
        BigInteger sticky = parts[1].signum() == 0 ? quotient : quotient.setBit(0);
        return round(sticky, exponent - shift - 1) * significand.signum();
    }

    private static double round(BigInteger magnitude, int exponent) {
        int drop = Math.max(magnitude.bitLength() - 53, Double.MIN_EXPONENT - 52 - exponent);
        if (drop <= 0) {
            return Math.scalb(magnitude.doubleValue(), exponent);
        }
        BigInteger kept = magnitude.shiftRight(drop);
        boolean half = magnitude.testBit(drop - 1);
        boolean beyondHalf = half && magnitude.getLowestSetBit() < drop - 1;
        boolean up = beyondHalf || (half && kept.testBit(0));
        return Math.scalb((up ? kept.add(BigInteger.ONE) : kept).doubleValue(), exponent + drop);
    }
}
