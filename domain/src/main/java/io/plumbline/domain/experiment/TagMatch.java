package io.plumbline.domain.experiment;

/**
 * What a tag is held against; a thing without the tag does not match.
 *
 * @param key of the tag
 * @param match of its value
 */
public record TagMatch(String key, TextMatch match) {}
