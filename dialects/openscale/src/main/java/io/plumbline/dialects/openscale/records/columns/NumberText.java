package io.plumbline.dialects.openscale.records.columns;

import java.util.regex.Pattern;
import tools.jackson.core.io.NumberInput;

/** Numbers as texts, the way JSON writes them; in addition NaN, Infinity and -Infinity. */
public final class NumberText {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?|NaN|-?Infinity");
    private static final Pattern CODE = Pattern.compile("[+-]?0[0-9].*");
    private static final int LONGEST = 1000;

    private NumberText() {}

    /** Whether the text can be read as a number at all. */
    public static boolean reads(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches();
    }

    /** Whether the text is a whole number of 64 bits; one that begins with a needless zero is rather a code. */
    public static boolean isInteger(String text) {
        return text.length() <= 20 && INTEGER.matcher(text).matches() && fitsLong(text);
    }

    /** Whether the text is a number; one that begins with a needless zero is rather a code. */
    public static boolean isNumber(String text) {
        return reads(text) && !CODE.matcher(text).matches();
    }

    /** The number that the text {@linkplain #reads is}. */
    public static double number(String text) {
        return NumberInput.parseDouble(text, true);
    }

    private static boolean fitsLong(String text) {
        if (text.length() < 19) {
            return true;
        }
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
