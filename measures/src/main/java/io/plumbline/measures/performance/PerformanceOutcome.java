package io.plumbline.measures.performance;

/** What came of measuring: a score, or the reason why there is none. */
public sealed interface PerformanceOutcome permits PerformanceScore, NotMeasured {

    /** What was to be measured. */
    PerformanceDefinition definition();

    /** How many rows there are, and how many could be used. */
    SampleSize sample();
}
