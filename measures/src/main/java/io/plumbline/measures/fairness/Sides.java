package io.plumbline.measures.fairness;

import io.plumbline.measures.performance.ConfidenceInterval;
import io.plumbline.measures.performance.Confusion;
import io.plumbline.measures.performance.NotMeasured;
import io.plumbline.measures.performance.PerformanceDefinition;
import io.plumbline.measures.performance.PerformanceOutcome;
import io.plumbline.measures.performance.PerformanceScore;
import io.plumbline.measures.performance.SampleSize;
import io.plumbline.measures.summary.Mass;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a measure of fairness compares.
 *
 * @param definition what is measured
 * @param sample of how many rows
 * @param group the monitored group
 * @param monitored its outcomes
 * @param reference the outcomes of the reference
 */
record Sides(
        PerformanceDefinition definition,
        SampleSize sample,
        Group group,
        GroupOutcomes monitored,
        GroupOutcomes reference) {

    /**
     * A share of the rows of one side.
     *
     * @param part the rows that have it
     * @param whole the rows that could
     * @param of which rows those are, for the reason where there are none
     */
    record Rate(Mass part, Mass whole, String of) {
        double value() {
            return part.total() / whole.total();
        }

        boolean isWeighted() {
            return part.isWeighted() || whole.isWeighted();
        }

        ConfidenceInterval interval() {
            return ConfidenceInterval.wilson(part.total(), whole.total());
        }
    }

    /** A rate of a side. */
    interface RateOf extends Function<GroupOutcomes, Rate> {}

    /** The rate of favourable outcomes. */
    static Rate favourable(GroupOutcomes side) {
        return new Rate(side.favourable(), side.all(), "an outcome");
    }

    /** The share of favourable outcomes of those that should be unfavourable. */
    static Rate falsePositives(GroupOutcomes side) {
        Confusion confusion = side.confusion();
        Mass whole = confusion.falsePositives().plus(confusion.trueNegatives());
        return new Rate(confusion.falsePositives(), whole, "an unfavourable label");
    }

    /** The share of favourable outcomes of those that should be favourable. */
    static Rate truePositives(GroupOutcomes side) {
        Confusion confusion = side.confusion();
        Mass whole = confusion.truePositives().plus(confusion.falseNegatives());
        return new Rate(confusion.truePositives(), whole, "a favourable label");
    }

    /** The share of unfavourable outcomes of those that should be favourable. */
    static Rate falseNegatives(GroupOutcomes side) {
        Confusion confusion = side.confusion();
        return new Rate(confusion.falseNegatives(), truePositives(side).whole(), "a favourable label");
    }

    /** The share of wrong ones among favourable outcomes. */
    static Rate falseDiscoveries(GroupOutcomes side) {
        Confusion confusion = side.confusion();
        Mass whole = confusion.falsePositives().plus(confusion.truePositives());
        return new Rate(confusion.falsePositives(), whole, "a label and a favourable outcome");
    }

    /** The share of wrong ones among unfavourable outcomes. */
    static Rate falseOmissions(GroupOutcomes side) {
        Confusion confusion = side.confusion();
        Mass whole = confusion.falseNegatives().plus(confusion.trueNegatives());
        return new Rate(confusion.falseNegatives(), whole, "a label and an unfavourable outcome");
    }

    /** The share of wrong outcomes. */
    static Rate errors(GroupOutcomes side) {
        Confusion confusion = side.confusion();
        return new Rate(
                confusion.falsePositives().plus(confusion.falseNegatives()), confusion.all(), "a label and an outcome");
    }

    /** Something of both sides' rates, where both have one. */
    PerformanceOutcome both(RateOf rate, BiFunction<Rate, Rate, PerformanceOutcome> formula) {
        Rate ofMonitored = rate.apply(monitored);
        Rate ofReference = rate.apply(reference);
        if (ofMonitored.whole().total() == 0) {
            return none("no row of the group " + group.label() + " has " + ofMonitored.of());
        }
        return ofReference.whole().total() == 0
                ? none("no row of the reference has " + ofReference.of())
                : formula.apply(ofMonitored, ofReference);
    }

    /** The rate of the group less that of the reference. */
    PerformanceOutcome difference(RateOf rate) {
        return both(rate, (ofMonitored, ofReference) -> score(Difference.of(ofMonitored, ofReference)));
    }

    PerformanceScore score(Difference difference) {
        return score(difference.value()).with(difference.confidence());
    }

    PerformanceScore score(double value) {
        return PerformanceScore.exact(definition, value, sample);
    }

    NotMeasured none(String reason) {
        return new NotMeasured(definition, reason, sample);
    }
}
