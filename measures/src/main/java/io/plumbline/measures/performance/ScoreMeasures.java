package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.ScoreGroups;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What follows from the order of the scores of positive and negative rows. */
final class ScoreMeasures {
    private ScoreMeasures() {}

    static List<PerformanceMeasure<BinaryProfile>> measures() {
        return List.of(rocAuc(), gini(), averagePrecision(), separation(), gain(0.1), lift(0.1));
    }

    private static PerformanceMeasure<BinaryProfile> rocAuc() {
        return measure(
                definition(
                        "roc_auc@1",
                        "Area under the ROC curve",
                        "share of pairs of a positive and a negative row in which the positive one has the higher score, ties half",
                        Range.UNIT,
                        "Hanley and McNeil (1982); interval: DeLong, DeLong and Clarke-Pearson (1988)"),
                (groups, result) -> RocCurve.of(groups).score(result, auc -> auc));
    }

    private static PerformanceMeasure<BinaryProfile> gini() {
        return measure(
                definition(
                        "gini@1",
                        "Gini coefficient",
                        "2·AUC - 1",
                        new Range(-1, 1),
                        "Hand and Till (2001); interval: DeLong, DeLong and Clarke-Pearson (1988)"),
                (groups, result) -> RocCurve.of(groups).score(result, auc -> 2 * auc - 1));
    }

    private static PerformanceMeasure<BinaryProfile> averagePrecision() {
        return measure(
                definition(
                        "pr_auc@1",
                        "Area under the precision-recall curve",
                        "average precision: Σ (R_i - R_(i-1))·P_i over descending thresholds, without interpolation",
                        Range.UNIT,
                        "Zhu, Recall, precision and average precision (2004); interval: Boyd, Eng and Page (2013)"),
                (groups, result) -> {
                    PrecisionRecall curve = PrecisionRecall.of(groups);
                    PerformanceScore score =
                            result.score(curve.area()).with(ConfidenceInterval.logit(curve.area(), groups.positives()));
                    return groups.isExact() ? score : score.within(curve.least(), curve.greatest());
                });
    }

    private static PerformanceMeasure<BinaryProfile> separation() {
        return measure(
                definition(
                        "ks_score@1",
                        "Kolmogorov–Smirnov separation",
                        "max |TPR - FPR| over all thresholds",
                        Range.UNIT,
                        "Siddiqi, Credit Risk Scorecards (2006)"),
                (groups, result) -> Separation.of(groups).score(result, groups.isExact()));
    }

    /** The share of the positive rows among the best-scored share of all rows. */
    static PerformanceMeasure<BinaryProfile> gain(double share) {
        return measure(
                definition(
                        "gain@1",
                        "Cumulative gain",
                        "share of positive rows among the best-scored share of all, 10 % unless given; ties in proportion",
                        Range.UNIT,
                        "Siddiqi, Credit Risk Scorecards (2006)"),
                (groups, result) -> Gain.of(groups, share)
                        .score(result, groups.isExact(), 1)
                        .with("share", share));
    }

    /** The same by the share of all rows. */
    static PerformanceMeasure<BinaryProfile> lift(double share) {
        return measure(
                definition(
                        "lift@1",
                        "Lift",
                        "share of positive rows among the best-scored share of all, by that share, 10 % unless given",
                        Range.NON_NEGATIVE,
                        "Siddiqi, Credit Risk Scorecards (2006)"),
                (groups, result) -> Gain.of(groups, share)
                        .score(result, groups.isExact(), 1 / share)
                        .with("share", share));
    }

    private static PerformanceDefinition definition(
            String id, String title, String formula, Range range, String source) {
        return PerformanceDefinition.of(id, title, formula, range, Direction.HIGHER_IS_BETTER, Task.BINARY, source);
    }

    private static PerformanceMeasure<BinaryProfile> measure(
            PerformanceDefinition definition, BiFunction<ScoreGroups, Result, PerformanceScore> formula) {
        return PerformanceMeasure.of(definition, profile -> {
            Mass negatives = profile.scores().negatives();
            Mass positives = profile.scores().positives();
            Result result = new Result(definition, profile.sample(negatives.rows() + positives.rows()));
            return reason(profile, negatives, positives)
                    .<PerformanceOutcome>map(result::none)
                    .orElseGet(() -> {
                        PerformanceScore score = formula.apply(profile.scores().groups(), result);
                        return negatives.plus(positives).isWeighted() ? score.with(Optional.empty()) : score;
                    });
        });
    }

    private static Optional<String> reason(BinaryProfile profile, Mass negatives, Mass positives) {
        if (profile.positives().rows() + profile.negatives().rows() == 0) {
            return Optional.of("no row has a label");
        }
        if (negatives.rows() + positives.rows() == 0) {
            return Optional.of("no labelled row has a score");
        }
        if (negatives.rows() == 0 || positives.rows() == 0) {
            return Optional.of("all labels are of one class");
        }
        return negatives.total() == 0 || positives.total() == 0
                ? Optional.of("the weights of all rows of a class are 0")
                : Optional.empty();
    }
}
