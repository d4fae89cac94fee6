package io.plumbline.measures.fairness;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.ConfidenceInterval;
import io.plumbline.measures.performance.PerformanceDefinition;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import io.plumbline.measures.performance.PerformanceOutcome;
import io.plumbline.measures.performance.PerformanceScore;
import io.plumbline.measures.summary.Mass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Every measure of fairness there is. A rate of the monitored group is written m, that of the reference r. */
public final class FairnessMeasures {
    private static final String FELDMAN = "Feldman et al., Certifying and removing disparate impact (2015)";
    private static final String HARDT = "Hardt, Price and Srebro, Equality of opportunity (2016)";
    private static final String AIF = "Bellamy et al., AI Fairness 360 (2018)";
    private static final Range DIFFERENCE = new Range(-1, 1);
    private static final List<FairnessMeasure> ALL = List.of(
            disparateImpact(),
            fairnessValue(),
            difference("statistical_parity", "Statistical parity", "favourable outcomes", AIF, Sides::favourable),
            difference("equal_opportunity", "Equal opportunity", "true positives", HARDT, Sides::truePositives),
            averageOdds("average_odds_difference@1", "Average odds difference", "", Difference::mean),
            averageOdds(
                    "average_abs_odds_difference@1",
                    "Average absolute odds difference",
                    "absolute ",
                    (fpr, tpr) -> fpr.absolute().mean(tpr.absolute())),
            difference("false_positive_rate", "False positive rate", "false positives", AIF, Sides::falsePositives),
            difference("false_negative_rate", "False negative rate", "false negatives", AIF, Sides::falseNegatives),
            difference(
                    "false_discovery_rate", "False discovery rate", "false discoveries", AIF, Sides::falseDiscoveries),
            difference("false_omission_rate", "False omission rate", "false omissions", AIF, Sides::falseOmissions),
            difference("error_rate", "Error rate", "errors", AIF, Sides::errors));

    private FairnessMeasures() {}

    /** All of them. */
    public static List<FairnessMeasure> all() {
        return ALL;
    }

    /** Every definition. */
    public static List<PerformanceDefinition> definitions() {
        return ALL.stream().map(FairnessMeasure::definition).toList();
    }

    /** The measure with this id; without a variant it is {@code @1}. */
    public static Optional<FairnessMeasure> find(String id) {
        String full = id.contains("@") ? id : id + "@1";
        return ALL.stream()
                .filter(measure -> measure.definition().id().toString().equals(full))
                .findFirst();
    }

    /** The measures behind the metrics of Watson OpenScale's fairness monitor, by the metric's id. */
    public static Map<String, FairnessMeasure> openScale() {
        Map<String, FairnessMeasure> byMetric = new LinkedHashMap<>();
        ALL.stream()
                .filter(measure -> !measure.definition().id().toString().equals("disparate_impact@1"))
                .filter(measure -> !measure.definition().id().name().equals("equal_opportunity_difference"))
                .forEach(measure -> byMetric.put(measure.definition().id().name(), measure));
        return Collections.unmodifiableMap(byMetric);
    }

    private static FairnessMeasure disparateImpact() {
        return new FairnessMeasure(
                PerformanceDefinition.of(
                        "disparate_impact@1",
                        "Disparate impact",
                        "m / r of the shares of favourable outcomes; interval: Katz et al. (1978)",
                        Range.NON_NEGATIVE,
                        Direction.ONE_IS_BEST,
                        Task.FAIRNESS,
                        FELDMAN),
                sides -> ratio(sides, 1));
    }

    private static FairnessMeasure fairnessValue() {
        return new FairnessMeasure(
                PerformanceDefinition.of(
                        "fairness_value@openscale",
                        "Fairness value",
                        "100·m / r of the shares of favourable outcomes, of the rows as they were scored",
                        Range.NON_NEGATIVE,
                        Direction.HUNDRED_IS_BEST,
                        Task.FAIRNESS,
                        "Watson OpenScale, payload fairness value"),
                sides -> ratio(sides, 100));
    }

    private static PerformanceOutcome ratio(Sides sides, double factor) {
        return sides.both(Sides::favourable, (monitored, reference) -> {
            if (reference.value() == 0) {
                return sides.none("no row of the reference has a favourable outcome");
            }
            PerformanceScore score = sides.score(factor * monitored.value() / reference.value());
            return score.with(katz(monitored, reference).map(interval -> interval.mapped(ratio -> factor * ratio)));
        });
    }

    /** exp(ln m/r ± z·√(1/a - 1/n + 1/b - 1/k)) for a of n and b of k; none where a share is 0 or rows are weighted. */
    private static Optional<ConfidenceInterval> katz(Sides.Rate monitored, Sides.Rate reference) {
        if (monitored.value() == 0 || monitored.isWeighted() || reference.isWeighted()) {
            return Optional.empty();
        }
        double variance = reciprocal(monitored.part())
                - reciprocal(monitored.whole())
                + reciprocal(reference.part())
                - reciprocal(reference.whole());
        double logarithm = Math.log(monitored.value() / reference.value());
        return Optional.of(ConfidenceInterval.normal("katz", logarithm, Math.sqrt(variance), Range.REAL)
                .mapped(Math::exp));
    }

    private static double reciprocal(Mass mass) {
        return 1.0 / mass.rows();
    }

    private static FairnessMeasure difference(
            String name, String title, String what, String source, Sides.RateOf rate) {
        return new FairnessMeasure(
                PerformanceDefinition.of(
                        name + "_difference@1",
                        title + " difference",
                        "m - r of the rates of " + what + ", positive being favourable",
                        DIFFERENCE,
                        Direction.ZERO_IS_BEST,
                        Task.FAIRNESS,
                        source),
                sides -> sides.difference(rate));
    }

    private static FairnessMeasure averageOdds(
            String id, String title, String what, BinaryOperator<Difference> average) {
        return new FairnessMeasure(
                PerformanceDefinition.of(
                        id,
                        title,
                        "mean of the " + what + "differences m - r of false and of true positive rates",
                        what.isEmpty() ? DIFFERENCE : Range.UNIT,
                        Direction.ZERO_IS_BEST,
                        Task.FAIRNESS,
                        AIF),
                sides -> sides.both(
                        Sides::falsePositives,
                        (one, other) -> sides.both(
                                Sides::truePositives,
                                (hit, otherHit) -> sides.score(
                                        average.apply(Difference.of(one, other), Difference.of(hit, otherHit))))));
    }
}
