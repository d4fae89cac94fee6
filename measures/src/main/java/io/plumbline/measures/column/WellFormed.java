package io.plumbline.measures.column;

import java.nio.charset.StandardCharsets;

/** Text as it comes back from UTF-8. */
final class WellFormed {
    private WellFormed() {}

    /** The text itself, or with replacements where halves of surrogate pairs stand alone, which UTF-8 cannot express. */
    static String of(String text) {
        boolean mayBeBroken = text.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
        return mayBeBroken ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8) : text;
    }
}
