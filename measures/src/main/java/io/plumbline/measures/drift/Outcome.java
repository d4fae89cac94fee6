package io.plumbline.measures.drift;

/** What came of measuring: a score, or the reason why there is none. */
public sealed interface Outcome permits Score, NotComputable {

    /** What was to be measured. */
    MeasureDefinition definition();
}
