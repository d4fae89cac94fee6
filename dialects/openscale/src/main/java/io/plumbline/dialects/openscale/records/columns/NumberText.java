package io.plumbline.dialects.openscale.records.columns;

import java.util.regex.Pattern;
import tools.jackson.core.io.NumberInput;

/** Numbers as texts, the way JSON writes them; in addition NaN, Infinity and -Infinity. */
public final class NumberText {
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
        int digits = text.startsWith("-") ? 1 : 0;
        int count = text.length() - digits;
        boolean plain = count > 0 && count < 20 && (count == 1 || text.charAt(digits) != '0');
        for (int i = digits; plain && i < text.length(); i++) {
            plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return plain && (count < 19 || fitsLong(text));
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
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
