package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import io.plumbline.measures.summary.Mass;
import io.plumbline.measures.summary.ScoreTable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * What follows from the probabilities of each class, the class being held against all others. There are no intervals: the curves are of the same
 * rows, and how they vary together does not follow from what is kept of each.
 */
final class OneVersusRest {
    private OneVersusRest() {}

    static List<PerformanceMeasure<MulticlassProfile>> measures() {
        return List.of(
                area(
                        "roc_auc_ovr_macro@1",
                        "Macro-averaged one-vs-rest ROC area",
                        "mean of the AUC of each class",
                        table -> 1),
                area(
                        "roc_auc_ovr_weighted@1",
                        "Weighted one-vs-rest ROC area",
                        "Σ n_c·AUC_c / Σ n_c, n_c rows being labelled c, of the AUC of each class",
                        table -> table.positives().total()));
    }

    private static PerformanceMeasure<MulticlassProfile> area(
            String id, String title, String formula, ToDoubleFunction<ScoreTable> weight) {
        PerformanceDefinition definition = PerformanceDefinition.of(
                id,
                title,
                formula + " against all others, by the probability of the class",
                Range.UNIT,
                Direction.HIGHER_IS_BETTER,
                Task.MULTICLASS,
                "Fawcett, An introduction to ROC analysis (2006); scikit-learn, roc_auc_score");
        return PerformanceMeasure.of(definition, profile -> {
            Result result = new Result(definition, profile.sample(scored(profile)));
            return reason(profile)
                    .<PerformanceOutcome>map(result::none)
                    .orElseGet(() -> mean(profile.scores().values().stream().toList(), weight, result));
        });
    }

    private static PerformanceScore mean(List<ScoreTable> classes, ToDoubleFunction<ScoreTable> weight, Result result) {
        double area = 0;
        double unknown = 0;
        double weights = 0;
        for (ScoreTable table : classes) {
            RocCurve curve = RocCurve.of(table.groups());
            double ofClass = weight.applyAsDouble(table);
            area += ofClass * curve.area();
            unknown += ofClass * curve.unknown();
            weights += ofClass;
        }
        PerformanceScore score = result.score(area / weights);
        double half = unknown / weights / 2;
        return half == 0 ? score : score.within(score.value() - half, score.value() + half);
    }

    /** The rows with a label and all probabilities, which every table has. */
    private static long scored(MulticlassProfile profile) {
        return profile.scores().values().stream()
                .findFirst()
                .map(table -> table.positives().rows() + table.negatives().rows())
                .orElse(0L);
    }

    private static Optional<String> reason(MulticlassProfile profile) {
        if (profile.summary().cells().isEmpty()) {
            return Optional.of("no row has a label");
        }
        if (scored(profile) == 0) {
            return Optional.of(
                    profile.scores().isEmpty()
                            ? "the profile was made without the probabilities of classes"
                            : "no labelled row has the probabilities of all classes");
        }
        SortedMap<String, ScoreTable> scores = profile.scores();
        if (scores.values().stream().anyMatch(table -> table.negatives().rows() == 0)) {
            return Optional.of("all labels are of one class");
        }
        return scores.entrySet().stream()
                .flatMap(entry -> reason(entry.getKey(), entry.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> reason(String className, ScoreTable table) {
        Mass positives = table.positives();
        if (positives.rows() == 0) {
            return Optional.of("no row is labelled " + className);
        }
        return positives.total() == 0 || table.negatives().total() == 0
                ? Optional.of("the weights of all rows labelled " + className + ", or of all others, are 0")
                : Optional.empty();
    }
}
