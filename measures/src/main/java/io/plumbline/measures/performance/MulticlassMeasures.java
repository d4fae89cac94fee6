package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.ClassMean.Average;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What follows from the confusion matrix of several classes. */
final class MulticlassMeasures {
    private MulticlassMeasures() {}

    static List<PerformanceMeasure<MulticlassProfile>> measures() {
        List<PerformanceMeasure<MulticlassProfile>> measures = new ArrayList<>();
        measures.add(agreeing(definitionOf("accuracy@1")));
        measures.add(measure(
                definitionOf("balanced_accuracy@1"),
                (matrix, result) -> ClassMean.score(matrix, ClassRate.RECALL, Average.LABELLED, result)));
        averages(measures, "precision", "precision", ClassRate.PRECISION);
        averages(measures, "recall", "recall", ClassRate.RECALL);
        averages(measures, "f1", "F1", ClassRate.F1);
        for (String name : List.of("precision", "recall", "f1")) {
            measures.add(agreeing(definition(
                    name + "_micro@1",
                    "Micro-averaged " + name,
                    "over all rows, which of a single label each is the accuracy",
                    Direction.HIGHER_IS_BETTER,
                    Sources.SOKOLOVA)));
        }
        measures.add(average(
                "false_positive_rate_weighted@1",
                "Weighted false positive rate",
                "Σ n_c·FP_c/(FP_c + TN_c) / n, n_c rows being labelled c",
                Direction.LOWER_IS_BETTER,
                ClassRate.FALSE_POSITIVE_RATE,
                Average.WEIGHTED));
        measures.add(measure(definitionOf("mcc@1"), (matrix, result) -> Agreement.matthews(matrix, result)));
        measures.add(measure(definitionOf("cohens_kappa@1"), (matrix, result) -> Agreement.kappa(matrix, result)));
        measures.add(ProbabilityMeasures.loss(ProbabilityMeasures.logLossDefinition(), MulticlassProfile::logLoss));
        measures.addAll(OneVersusRest.measures());
        return List.copyOf(measures);
    }

    private static PerformanceDefinition definitionOf(String id) {
        return BinaryMeasures.measures().stream()
                .map(PerformanceMeasure::definition)
                .filter(definition -> definition.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void averages(
            List<PerformanceMeasure<MulticlassProfile>> measures, String name, String title, ClassRate rate) {
        measures.add(average(
                name + "_macro@1",
                "Macro-averaged " + title,
                "mean of the " + title + " of each class that is labelled or predicted; 0 where it has none",
                Direction.HIGHER_IS_BETTER,
                rate,
                Average.MACRO));
        measures.add(average(
                name + "_weighted@1",
                "Weighted " + title,
                "Σ n_c·" + title + "_c / n, n_c rows being labelled c; 0 where a class has none",
                Direction.HIGHER_IS_BETTER,
                rate,
                Average.WEIGHTED));
    }

    private static PerformanceMeasure<MulticlassProfile> average(
            String id, String title, String formula, Direction direction, ClassRate rate, Average average) {
        return measure(
                definition(id, title, formula, direction, Sources.SOKOLOVA + "; interval: delta method"),
                (matrix, result) -> ClassMean.score(matrix, rate, average, result));
    }

    private static PerformanceDefinition definition(
            String id, String title, String formula, Direction direction, String source) {
        return PerformanceDefinition.of(id, title, formula, Range.UNIT, direction, Task.MULTICLASS, source);
    }

    /** The share of rows that were predicted rightly, known for any number of classes. */
    private static PerformanceMeasure<MulticlassProfile> agreeing(PerformanceDefinition definition) {
        return PerformanceMeasure.of(definition, profile -> {
            ConfusionMatrix matrix = profile.confusion();
            Result result = new Result(definition, profile.sample(matrix.all().rows()));
            Optional<String> reason = reason(profile, matrix);
            if (reason.isPresent()) {
                return result.none(reason.get());
            }
            double agreeing = matrix.agreeing().total();
            double all = matrix.all().total();
            return result.score(agreeing / all)
                    .with(
                            matrix.isWeighted()
                                    ? Optional.empty()
                                    : Optional.of(ConfidenceInterval.wilson(agreeing, all)));
        });
    }

    private static PerformanceMeasure<MulticlassProfile> measure(
            PerformanceDefinition definition, BiFunction<ConfusionMatrix, Result, PerformanceOutcome> formula) {
        return PerformanceMeasure.of(definition, profile -> {
            ConfusionMatrix matrix = profile.confusion();
            Result result = new Result(definition, profile.sample(matrix.all().rows()));
            return reason(profile, matrix)
                    .or(() -> matrix.isComplete() ? Optional.empty() : Optional.of(tooMany(profile)))
                    .<PerformanceOutcome>map(result::none)
                    .orElseGet(() -> formula.apply(matrix, result));
        });
    }

    private static Optional<String> reason(MulticlassProfile profile, ConfusionMatrix matrix) {
        if (matrix.all().rows() == 0) {
            boolean labelled = profile.summary().count(PerformanceProfile.MISSING_PREDICTION) > 0;
            return Optional.of(labelled ? "no labelled row has a prediction" : "no row has a label");
        }
        return matrix.all().total() == 0 ? Optional.of(Result.NO_WEIGHT) : Optional.empty();
    }

    private static String tooMany(MulticlassProfile profile) {
        return "there are more than " + profile.maxClasses() + " classes, which is as many as are kept apart";
    }
}
