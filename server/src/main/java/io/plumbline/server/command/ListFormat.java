package io.plumbline.server.command;

import java.nio.file.Path;
import java.util.Locale;

/** How lists are shown: to people, or to programs. */
enum ListFormat {
    TABLE("table"),
    JSON("JSON");

    private final String description;

    ListFormat(String description) {
        this.description = description;
    }

    /** What a file of this format is called in a sentence. */
    String description() {
        return description;
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
