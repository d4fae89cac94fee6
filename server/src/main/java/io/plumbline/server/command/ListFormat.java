package io.plumbline.server.command;

import java.nio.file.Path;
import java.util.Locale;

/** How lists are shown: to people, or to programs. */
enum ListFormat {
    TABLE,
    JSON;

    /** What a file of this format is called in a sentence. */
    String description() {
        return OutputFormat.valueOf(name()).description();
    }

    /** By the ending of a file's name; a table where it tells nothing. */
    static ListFormat of(Path file) {
        return OutputFormat.of(file) == OutputFormat.JSON ? JSON : TABLE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
