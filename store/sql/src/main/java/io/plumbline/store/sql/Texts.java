package io.plumbline.store.sql;

import io.plumbline.domain.PlumblineException;
import java.nio.charset.StandardCharsets;

/** Which texts every database takes. */
final class Texts {
    /** The longest name in an index: PostgreSQL takes 2,704 bytes in a row of one, and a character has up to four. */
    private static final int LONGEST_NAME = 512;

    private Texts() {}

    /**
     * The text, which can be stored.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it holds what is no text: U+0000, or half a character
     */
    static String storable(String text) {
        if (!isStorable(text)) {
            throw PlumblineException.invalid("a text holds the character U+0000 or half a character");
        }
        return text;
    }

    /**
     * The text, which can be stored and found again by an index.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is too long or cannot be stored
     */
    static String name(String text) {
        if (text.length() > LONGEST_NAME) {
            throw PlumblineException.invalid("a name has at most " + LONGEST_NAME + " characters");
        }
        return storable(text);
    }

    /** Whether there can be a thing with this name. One that cannot be stored is not found either. */
    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && isStorable(text);
    }

    private static boolean isStorable(String text) {
        int place = 0;
        while (place < text.length()) {
            int point = text.codePointAt(place);
            if (point == 0 || Character.getType(point) == Character.SURROGATE) {
                return false;
            }
            place += Character.charCount(point);
        }
        return true;
    }

    /** The text with a replacement character for what cannot be stored. */
    static String replaced(String text) {
        byte[] bytes = text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
