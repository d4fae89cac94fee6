package io.plumbline.server.demo;

import java.util.Locale;

/**
 * Something that was changed on purpose in the later month.
 *
 * @param column where
 * @param kind what kind of change
 * @param description in words
 */
public record PlantedEvent(String column, Kind kind, String description) {

    /** What was done to a column. */
    public enum Kind {
        /** Its values moved. */
        DRIFT,
        /** More of them are missing. */
        MISSING,
        /** It has a value that it never had. */
        NEW_CATEGORY,
        /** It has values outside the range it had. */
        OUT_OF_RANGE;

        /** The kind in words. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static PlantedEvent drift(String column, String description) {
        return new PlantedEvent(column, Kind.DRIFT, description);
    }
}
