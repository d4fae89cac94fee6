package io.plumbline.server.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them in tables. */
final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double LEAST_P = 0.0001;

    private Figures() {}

    /** A whole number with its thousands set apart. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** "1 row", "2 rows". */
    static String counted(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** A number in four significant digits, with an exponent only where it is very large or very small. */
    static String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return Double.isFinite(value) ? "0" : Double.toString(value);
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        return size >= 1e7 || size < 1e-4
                ? String.format(Locale.ROOT, "%.2e", value)
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** A p-value, empty where there is none. */
    static String p(double p) {
        if (Double.isNaN(p)) {
            return "";
        }
        return p < LEAST_P ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** A share between 0 and 1 in per cent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
