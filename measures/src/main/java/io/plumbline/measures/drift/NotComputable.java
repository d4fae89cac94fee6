package io.plumbline.measures.drift;

/**
 * No score, and why.
 *
 * @param definition what was to be measured
 * @param reason a sentence for the user
 */
public record NotComputable(MeasureDefinition definition, String reason) implements Outcome {}
