package io.plumbline.dialects.openscale.records;

import org.jspecify.annotations.Nullable;

/**
 * Makes texts of characters, the same object for the same short text as long as no other pushed it out. Texts of columns come again and
 * again, and a batch keeps them all.
 */
final class TextCache {
    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 40;

    private final @Nullable String[] places = new @Nullable String[PLACES];

    /** The text of these characters. */
    String text(char[] characters, int offset, int length) {
        if (length > LONGEST) {
            return new String(characters, offset, length);
        }
        int place = hash(characters, offset, length) & (PLACES - 1);
        String there = places[place];
        if (there != null && isEqual(there, characters, offset, length)) {
            return there;
        }
        String made = new String(characters, offset, length);
        places[place] = made;
        return made;
    }

    private static int hash(char[] characters, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        return hash ^ (hash >>> 12) ^ (hash >>> 24);
    }

    private static boolean isEqual(String text, char[] characters, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
