package io.plumbline.domain.experiment;

/**
 * What a text field is held against.
 *
 * @param operator {@link Operator#EQUAL}, {@link Operator#NOT_EQUAL}, {@link Operator#LIKE} or {@link Operator#ILIKE}
 * @param text to compare with
 */
public record TextMatch(Operator operator, String text) {}
