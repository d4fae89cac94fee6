package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.ClassMean.Average;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What follows from the confusion matrix of two classes: TP, FP, FN and TN are the weights of its cells. */
final class BinaryMeasures {
    private BinaryMeasures() {}

    static List<PerformanceMeasure<BinaryProfile>> measures() {
        return List.of(
                share(
                        "accuracy@1",
                        "Accuracy",
                        "(TP + TN) / (TP + FP + FN + TN)",
                        d -> d.alsoFor(Task.MULTICLASS),
                        c -> new Share(c.tp() + c.tn(), c.fp() + c.fn(), "")),
                share(
                        "precision@1",
                        "Precision",
                        "TP / (TP + FP)",
                        UnaryOperator.identity(),
                        c -> new Share(c.tp(), c.fp(), "no row is predicted positive")),
                share(
                        "recall@1",
                        "Recall",
                        "TP / (TP + FN)",
                        UnaryOperator.identity(),
                        c -> new Share(c.tp(), c.fn(), "no label is positive")),
                share(
                        "specificity@1",
                        "Specificity",
                        "TN / (TN + FP)",
                        UnaryOperator.identity(),
                        c -> new Share(c.tn(), c.fp(), "no label is negative")),
                rate(
                        "false_positive_rate@1",
                        "False positive rate",
                        "FP / (FP + TN)",
                        "",
                        c -> new Share(c.fp(), c.tn(), "no label is negative")),
                rate(
                        "false_negative_rate@1",
                        "False negative rate",
                        "FN / (FN + TP)",
                        "",
                        c -> new Share(c.fn(), c.tp(), "no label is positive")),
                rate(
                        "false_positive_rate@openscale",
                        "False positive rate",
                        "FN / (FN + TP)",
                        "takes the class that is not monitored for the positive one, so that it is what others call the false "
                                + "negative rate",
                        c -> new Share(c.fn(), c.tp(), "no label is positive")),
                balancedAccuracy(),
                f1(),
                fBeta(2),
                matthews(),
                kappa());
    }

    /** One count of two. */
    private record Share(double part, double rest, String reasonIfNone) {}

    private static PerformanceMeasure<BinaryProfile> share(
            String id,
            String title,
            String formula,
            UnaryOperator<PerformanceDefinition> more,
            Function<Confusion, Share> share) {
        return share(
                more.apply(PerformanceDefinition.of(
                        id, title, formula, Range.UNIT, Direction.HIGHER_IS_BETTER, Task.BINARY, Sources.SOKOLOVA)),
                share);
    }

    private static PerformanceMeasure<BinaryProfile> rate(
            String id, String title, String formula, String deviations, Function<Confusion, Share> share) {
        String source = deviations.isEmpty() ? Sources.SOKOLOVA : Sources.OPENSCALE;
        return share(
                PerformanceDefinition.of(id, title, formula, Range.UNIT, Direction.LOWER_IS_BETTER, Task.BINARY, source)
                        .deviating(deviations),
                share);
    }

    private static PerformanceMeasure<BinaryProfile> share(
            PerformanceDefinition definition, Function<Confusion, Share> formula) {
        return measure(definition, (confusion, result) -> {
            Share share = formula.apply(confusion);
            double whole = share.part + share.rest;
            if (whole == 0) {
                return result.none(share.reasonIfNone);
            }
            Optional<ConfidenceInterval> interval = confusion.isWeighted()
                    ? Optional.empty()
                    : Optional.of(ConfidenceInterval.wilson(share.part, whole));
            return result.score(share.part / whole).with(interval);
        });
    }

    private static PerformanceMeasure<BinaryProfile> balancedAccuracy() {
        return measure(
                PerformanceDefinition.of(
                                "balanced_accuracy@1",
                                "Balanced accuracy",
                                "mean of the recall of each class",
                                Range.UNIT,
                                Direction.HIGHER_IS_BETTER,
                                Task.BINARY,
                                "Brodersen et al., The balanced accuracy and its posterior distribution (2010); interval: delta method")
                        .alsoFor(Task.MULTICLASS),
                (c, result) -> c.tp() + c.fn() == 0 || c.tn() + c.fp() == 0
                        ? result.none("all labels are of one class")
                        : ClassMean.score(c, ClassRate.RECALL, Average.LABELLED, result));
    }

    private static PerformanceMeasure<BinaryProfile> f1() {
        PerformanceDefinition definition = PerformanceDefinition.of(
                "f1@1",
                "F1",
                "2TP / (2TP + FN + FP)",
                Range.UNIT,
                Direction.HIGHER_IS_BETTER,
                Task.BINARY,
                "van Rijsbergen, Information Retrieval (1979); interval: Lam, Confidence Intervals for the F1 Score (2023)");
        return measure(definition, (confusion, result) -> fBeta(confusion, result, 1));
    }

    /** Fβ: recall counts β times as much as precision. */
    static PerformanceMeasure<BinaryProfile> fBeta(double beta) {
        PerformanceDefinition definition = PerformanceDefinition.of(
                "fbeta@1",
                "Fβ",
                "(1+β²)TP / ((1+β²)TP + β²FN + FP), β = 2 unless given",
                Range.UNIT,
                Direction.HIGHER_IS_BETTER,
                Task.BINARY,
                "van Rijsbergen, Information Retrieval (1979); interval: delta method");
        return measure(
                definition,
                (confusion, result) -> fBeta(confusion, result, beta) instanceof PerformanceScore score
                        ? score.with("beta", beta)
                        : fBeta(confusion, result, beta));
    }

    private static PerformanceOutcome fBeta(Confusion c, Result result, double beta) {
        double hits = (1 + beta * beta) * c.tp();
        double all = hits + beta * beta * c.fn() + c.fp();
        if (all == 0) {
            return result.none("no row is labelled or predicted positive");
        }
        double value = hits / all;
        return result.score(value).with(beta == 1 ? ofF1(c) : ofFBeta(c, value, beta));
    }

    /** Wilson's interval of j = TP/(TP + FN + FP), of which F1 is 2j/(1 + j): the indirect method of Lam. */
    private static Optional<ConfidenceInterval> ofF1(Confusion c) {
        double rows = c.tp() + c.fn() + c.fp();
        return c.isWeighted()
                ? Optional.empty()
                : Optional.of(ConfidenceInterval.wilson(c.tp(), rows).mapped(share -> 2 * share / (1 + share)));
    }

    private static Optional<ConfidenceInterval> ofFBeta(Confusion c, double value, double beta) {
        ClassRates classes = ClassRates.of(c);
        ClassRate rate = ClassRate.fBeta(beta);
        return DeltaMethod.interval(
                c, value, (label, prediction) -> classes.slope(rate, 1, label, prediction), Range.UNIT);
    }

    private static PerformanceMeasure<BinaryProfile> matthews() {
        PerformanceDefinition definition = PerformanceDefinition.of(
                        "mcc@1",
                        "Matthews correlation coefficient",
                        "correlation of labels and predictions: (TP·TN - FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
                        new Range(-1, 1),
                        Direction.HIGHER_IS_BETTER,
                        Task.BINARY,
                        "Matthews (1975); Gorodkin, Comparing two K-category assignments (2004); interval: Itaya et al. (2025)")
                .alsoFor(Task.MULTICLASS);
        return measure(definition, (c, result) -> Agreement.matthews(c, result));
    }

    private static PerformanceMeasure<BinaryProfile> kappa() {
        PerformanceDefinition definition = PerformanceDefinition.of(
                        "cohens_kappa@1",
                        "Cohen's kappa",
                        "(p_o - p_e) / (1 - p_e), agreement beyond what the margins alone would give",
                        new Range(-1, 1),
                        Direction.HIGHER_IS_BETTER,
                        Task.BINARY,
                        "Cohen, A coefficient of agreement for nominal scales (1960); interval: Fleiss, Cohen and Everitt (1969)")
                .alsoFor(Task.MULTICLASS);
        return measure(definition, (c, result) -> Agreement.kappa(c, result));
    }

    private static PerformanceMeasure<BinaryProfile> measure(
            PerformanceDefinition definition, BiFunction<Confusion, Result, PerformanceOutcome> formula) {
        return PerformanceMeasure.of(definition, profile -> {
            Confusion confusion = profile.confusion();
            Result result =
                    new Result(definition, profile.sample(confusion.all().rows()));
            if (confusion.all().rows() == 0) {
                boolean labelled =
                        profile.positives().rows() + profile.negatives().rows() > 0;
                return result.none(labelled ? "no labelled row has a prediction" : "no row has a label");
            }
            if (confusion.all().total() == 0) {
                return result.none(Result.NO_WEIGHT);
            }
            return withThreshold(profile.spec(), formula.apply(confusion, result));
        });
    }

    private static PerformanceOutcome withThreshold(BinarySpec spec, PerformanceOutcome outcome) {
        return outcome instanceof PerformanceScore score && spec.threshold().isPresent()
                ? score.with("threshold", spec.threshold().getAsDouble())
                : outcome;
    }
}
