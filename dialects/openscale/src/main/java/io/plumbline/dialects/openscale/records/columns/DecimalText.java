package io.plumbline.dialects.openscale.records.columns;

import java.util.OptionalDouble;

/**
 * Reads plain decimals such as {@code -12.75}, the form in which nearly all numbers come. Up to fifteen digits and ten to the power of
 * twenty-two are exact as floating point numbers, so that one division gives the nearest number (Clinger, How to read floating point numbers
 * accurately, 1990).
 */
public final class DecimalText {
    private static final int MOST_DIGITS = 15;
    private static final int BASE = 10;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private DecimalText() {}

    /**
     * The number that characters from {@code from} on write.
     *
     * @param text of a number as JSON writes it
     * @return empty where it has an exponent, more digits, or is none of digits: then somebody else has to read it
     */
    public static OptionalDouble number(char[] text, int from, int length) {
        int end = from + length;
        int at = length > 0 && text[from] == '-' ? from + 1 : from;
        int point = end;
        int digits = 0;
        long value = 0;
        for (int i = at; i < end; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit < BASE) {
                value = value * BASE + digit;
                digits++;
            } else if (text[i] == '.' && point == end) {
                point = i;
            } else {
                return OptionalDouble.empty();
            }
            if (digits > MOST_DIGITS) {
                return OptionalDouble.empty();
            }
        }
        return digits == 0 ? OptionalDouble.empty() : OptionalDouble.of(scaled(value, end - point - 1, at > from));
    }

    private static double scaled(long value, int fraction, boolean negative) {
        double number = fraction <= 0 ? value : value / POWERS[fraction];
        return negative ? -number : number;
    }
}
