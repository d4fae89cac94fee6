package io.plumbline.store.sql;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a text stands in indexes. */
final class IndexedText {
    /** Every database takes so many characters into an index, beside a key. */
    static final int LENGTH = 200;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int LONGEST_NUMBER = 400;

    private IndexedText() {}

    /** The first characters, none of them cut in half. */
    static String beginning(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LENGTH - 1));
        return text.substring(0, halved ? LENGTH - 1 : LENGTH);
    }

    /** Whether no other text begins with the {@link #beginning} of this one, so that an index tells of the whole text. */
    static boolean isWhole(String text) {
        return text.length() < LENGTH - 1;
    }

    /** The finite number that the text is. */
    static @Nullable Double number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }
}
