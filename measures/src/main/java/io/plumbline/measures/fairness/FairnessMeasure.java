package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.NotMeasured;
import io.plumbline.measures.performance.PerformanceDefinition;
import io.plumbline.measures.performance.PerformanceOutcome;
import io.plumbline.measures.performance.PerformanceScore;
import io.plumbline.measures.performance.SampleSize;

/** Compares a monitored group with the reference. Stateless and safe for use by several threads. */
public final class FairnessMeasure {
    private final PerformanceDefinition definition;
    private final Formula formula;

    FairnessMeasure(PerformanceDefinition definition, Formula formula) {
        this.definition = definition;
        this.formula = formula;
    }

    /** Computes a score of the outcomes of a group and of the reference, or gives the reason why there is none. */
    interface Formula {
        PerformanceOutcome of(Sides sides);
    }

    /** What this measure is. */
    public PerformanceDefinition definition() {
        return definition;
    }

    /**
     * Compares a monitored group with all groups of the reference together.
     *
     * @param group one of the monitored groups
     * @param minimumRows of how many rows the profile must be at least; 0 for no minimum
     * @return a score, or why there is none: too few rows, a group without outcomes, no labels
     * @throws IllegalArgumentException where the group is not one of the profile's
     */
    public PerformanceOutcome measure(FairnessProfile profile, Group group, long minimumRows) {
        GroupOutcomes monitored = profile.outcomes(group);
        GroupOutcomes reference = profile.reference();
        SampleSize sample =
                profile.sample(monitored.all().rows() + reference.all().rows());
        if (profile.rows() < minimumRows) {
            String reason = "there are " + profile.rows() + " rows, and " + minimumRows + " are asked for";
            return new NotMeasured(definition, reason, sample);
        }
        return described(formula.of(new Sides(definition, sample, group, monitored, reference)), profile, group);
    }

    private static PerformanceOutcome described(PerformanceOutcome outcome, FairnessProfile profile, Group group) {
        if (!(outcome instanceof PerformanceScore score)) {
            return outcome;
        }
        return score.with("feature", profile.spec().feature())
                .with("group", group.label())
                .with(
                        "reference",
                        profile.spec().reference().stream().map(Group::label).toList())
                .with("group_rows", profile.outcomes(group).all().rows())
                .with("reference_rows", profile.reference().all().rows());
    }
}
