package io.plumbline.server.command;

import java.nio.file.Path;
import java.util.Locale;

/** How a comparison is shown. */
enum OutputFormat {
    TABLE("table"),
    JSON("JSON"),
    HTML("HTML report");

    private final String description;

    OutputFormat(String description) {
        this.description = description;
    }

    /** What a file of this format is called in a sentence. */
    String description() {
        return description;
    }

    /** By the ending of a file's name; a table where it tells nothing. */
    static OutputFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        return name.endsWith(".html") || name.endsWith(".htm") ? HTML : TABLE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
