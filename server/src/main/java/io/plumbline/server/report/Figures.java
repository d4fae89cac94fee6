package io.plumbline.server.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: four significant digits. {@code report.js} has the same rules for the numbers it shows. */
public final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final double LARGE = 1e7;
    private static final double WHOLE = 1e3;
    private static final double SMALL = 1e-4;

    private Figures() {}

    /** Four significant digits, all digits before the point up to ten million, powers of ten beyond that and below 0.0001. */
    public static String rounded(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String sign = value < 0 ? "−" : "";
        if (Double.isInfinite(value)) {
            return sign + "∞";
        }
        return sign + (size == 0 ? "0" : size >= LARGE || size < SMALL ? scientific(size) : plain(size));
    }

    private static String plain(double size) {
        if (size >= WHOLE) {
            return count(Math.round(size));
        }
        return new BigDecimal(size).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String scientific(double size) {
        BigDecimal digits = new BigDecimal(size).round(FOUR_DIGITS).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + (exponent < 0 ? "−" : "") + Math.abs(exponent);
    }

    /** A whole number with its thousands set apart. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share between 0 and 1 as a percentage: two decimals below 10 %, one from there on. */
    public static String percent(double share) {
        double percent = 100 * share;
        if (Double.isNaN(percent)) {
            return "–";
        }
        if (percent > 0 && percent < 0.01) {
            return "<\u202f0.01\u202f%";
        }
        return new BigDecimal(percent)
                        .setScale(percent < 10 ? 2 : 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "\u202f%";
    }
}
