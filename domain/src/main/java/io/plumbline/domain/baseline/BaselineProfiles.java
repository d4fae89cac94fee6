package io.plumbline.domain.baseline;

import io.plumbline.measures.profile.Profile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profiles of a baseline.
 *
 * @param label of the baseline, for people
 * @param rows how many records went in
 * @param madeFrom the marker of the records that they were made from; empty where records that come later do not matter
 * @param columns the profile of each measured column, by its name
 */
public record BaselineProfiles(String label, long rows, String madeFrom, SortedMap<String, Profile> columns) {
    /** Keeps an unmodifiable copy. */
    public BaselineProfiles {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }
}
