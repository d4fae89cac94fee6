package io.plumbline.http.patch;

import io.plumbline.domain.PlumblineException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A JSON pointer after RFC 6901.
 *
 * @param tokens without their escapes; none for the whole document
 */
record JsonPath(List<String> tokens) {
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    static JsonPath of(String pointer, String which) {
        if (pointer.isEmpty()) {
            return new JsonPath(List.of());
        }
        if (!pointer.startsWith("/") || BAD_ESCAPE.matcher(pointer).find()) {
            throw PlumblineException.invalid(which
                    + " has a path that is no JSON pointer: it starts with a slash, and ~ stands before 0 or 1 only");
        }
        return new JsonPath(Arrays.stream(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    boolean isRoot() {
        return tokens.isEmpty();
    }

    JsonPath parent() {
        return new JsonPath(tokens.subList(0, tokens.size() - 1));
    }

    String last() {
        return tokens.getLast();
    }

    boolean isBelow(JsonPath other) {
        return tokens.size() > other.tokens.size()
                && tokens.subList(0, other.tokens.size()).equals(other.tokens);
    }

    /** The pointer as it is written. */
    @Override
    public String toString() {
        StringBuilder pointer = new StringBuilder();
        tokens.forEach(
                token -> pointer.append('/').append(token.replace("~", "~0").replace("/", "~1")));
        return '"' + pointer.toString() + '"';
    }
}
