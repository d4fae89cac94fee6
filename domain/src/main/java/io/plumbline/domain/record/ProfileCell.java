package io.plumbline.domain.record;

import io.plumbline.measures.profile.Profile;
import io.plumbline.measures.profile.SketchKind;
import java.time.Instant;
import java.util.Set;

/**
 * The profile of a column over an hour.
 *
 * @param column the column's name
 * @param hour the start of the hour, in UTC
 * @param profile of the records whose event time lies in the hour
 */
public record ProfileCell(String column, Instant hour, Profile profile) {
    /** The cell with a profile that has only these kinds of sketches, of those that it has. */
    public ProfileCell keeping(Set<SketchKind> sketches) {
        return new ProfileCell(column, hour, profile.keeping(sketches));
    }
}
