package io.plumbline.measures.performance;

import java.util.function.Function;

/**
 * A measure of a profile: stateless, safe for use by several threads, and a function of the profile alone.
 *
 * @param <P> the kind of profile
 */
public final class PerformanceMeasure<P> {
    private final PerformanceDefinition definition;
    private final Function<P, PerformanceOutcome> formula;

    private PerformanceMeasure(PerformanceDefinition definition, Function<P, PerformanceOutcome> formula) {
        this.definition = definition;
        this.formula = formula;
    }

    /** A measure by this formula. */
    static <P> PerformanceMeasure<P> of(PerformanceDefinition definition, Function<P, PerformanceOutcome> formula) {
        return new PerformanceMeasure<>(definition, formula);
    }

    /** What this measure is. */
    public PerformanceDefinition definition() {
        return definition;
    }

    /** The score of a profile, or why there is none: no labels, one class, no weight. */
    public PerformanceOutcome measure(P profile) {
        PerformanceOutcome outcome = formula.apply(profile);
        boolean isNumber = !(outcome instanceof PerformanceScore score) || Double.isFinite(score.value());
        return isNumber
                ? outcome
                : new NotMeasured(definition, "the result is beyond what a number can hold", outcome.sample());
    }
}
