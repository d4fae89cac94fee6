package io.plumbline.domain.record;

import io.plumbline.measures.profile.Profile;
import java.time.Instant;

/**
 * The profile of a column over an hour.
 *
 * @param column the column's name
 * @param hour the start of the hour, in UTC
 * @param profile of the records whose event time lies in the hour
 */
public record ProfileCell(String column, Instant hour, Profile profile) {}
