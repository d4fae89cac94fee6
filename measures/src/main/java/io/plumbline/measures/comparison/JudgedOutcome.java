package io.plumbline.measures.comparison;

import io.plumbline.measures.drift.Outcome;

/**
 * What a measure said, and what that means among all the columns.
 *
 * @param outcome the score, or why there is none
 * @param adjustedP the p-value corrected for the number of columns; NaN where there is none or it was not corrected
 * @param drifted whether the threshold is crossed, by the corrected p-value where there is one
 */
public record JudgedOutcome(Outcome outcome, double adjustedP, boolean drifted) {}
