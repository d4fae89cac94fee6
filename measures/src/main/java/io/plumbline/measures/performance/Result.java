package io.plumbline.measures.performance;

/**
 * What a formula answers with.
 *
 * @param definition what is measured
 * @param sample of how many rows
 */
record Result(PerformanceDefinition definition, SampleSize sample) {
    static final String NO_WEIGHT = "the weights of all rows are 0";

    PerformanceScore score(double value) {
        return PerformanceScore.exact(definition, value, sample);
    }

    NotMeasured none(String reason) {
        return new NotMeasured(definition, reason, sample);
    }
}
