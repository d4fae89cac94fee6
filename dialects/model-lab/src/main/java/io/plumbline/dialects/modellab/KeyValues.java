package io.plumbline.dialects.modellab;

import io.plumbline.domain.PlumblineException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code key:value,key2:value2}. The key ends at the first colon, the value at the next comma; a value between double quotes may have
 * commas, and quotes behind a backslash.
 */
final class KeyValues {
    private final String parameter;
    private final String text;
    private int position;

    private KeyValues(String parameter, String text) {
        this.parameter = parameter;
        this.text = text;
    }

    /**
     * A key and a value.
     *
     * @param position of the key in the text, from 1
     * @param quoted whether the value stood between quotes
     */
    record Pair(String key, String value, int position, boolean quoted) {}

    /**
     * The pairs in this parameter, in their order.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid}, with the position of the mistake
     */
    static List<Pair> read(String parameter, String text) {
        KeyValues reader = new KeyValues(parameter, text);
        List<Pair> pairs = new ArrayList<>();
        do {
            pairs.add(reader.pair());
        } while (reader.comma());
        return pairs;
    }

    private Pair pair() {
        int start = position;
        int colon = text.indexOf(':', start);
        int comma = text.indexOf(',', start);
        if (colon <= start || (comma >= 0 && comma < colon)) {
            throw invalid(start, "key:value is expected");
        }
        position = colon + 1;
        boolean quoted = position < text.length() && text.charAt(position) == '"';
        String value = quoted ? quotedValue() : plainValue();
        return new Pair(text.substring(start, colon).strip(), value, start + 1, quoted);
    }

    private String plainValue() {
        int comma = text.indexOf(',', position);
        int start = position;
        position = comma < 0 ? text.length() : comma;
        return text.substring(start, position);
    }

    private String quotedValue() {
        int open = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != '"') {
            boolean escaped = text.charAt(position) == '\\' && position + 1 < text.length();
            position += escaped ? 1 : 0;
            value.append(text.charAt(position++));
        }
        if (position == text.length()) {
            throw invalid(open, "the quote is not closed");
        }
        position++;
        return value.toString();
    }

    /** Goes past the comma before the next pair, where there is one. */
    private boolean comma() {
        if (position == text.length()) {
            return false;
        }
        if (text.charAt(position) != ',') {
            throw invalid(position, "a comma is expected");
        }
        position++;
        return true;
    }

    private PlumblineException invalid(int at, String what) {
        return PlumblineException.invalid(
                parameter, "the parameter " + parameter + ", at character " + (at + 1) + ": " + what);
    }
}
