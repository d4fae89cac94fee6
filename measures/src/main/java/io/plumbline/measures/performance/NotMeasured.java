package io.plumbline.measures.performance;

/**
 * No score, and why.
 *
 * @param definition what was to be measured
 * @param reason a sentence for the user
 * @param sample how many rows there are, and how many could be used
 */
public record NotMeasured(PerformanceDefinition definition, String reason, SampleSize sample)
        implements PerformanceOutcome {}
