package io.plumbline.domain.monitor;

import static io.plumbline.domain.model.Model.Task.BINARY_CLASSIFICATION;
import static io.plumbline.domain.model.Model.Task.GENERATION;
import static io.plumbline.domain.model.Model.Task.MULTICLASS_CLASSIFICATION;
import static io.plumbline.domain.model.Model.Task.RANKING;
import static io.plumbline.domain.model.Model.Task.REGRESSION;
import static io.plumbline.domain.monitor.MonitorDefinition.Direction.DECREASING;
import static io.plumbline.domain.monitor.MonitorDefinition.Direction.INCREASING;
import static io.plumbline.domain.monitor.MonitorDefinition.Direction.UNKNOWN;

import io.plumbline.domain.model.Model.Task;
import io.plumbline.domain.monitor.MonitorDefinition.Direction;
import io.plumbline.domain.monitor.MonitorDefinition.Limit;
import io.plumbline.domain.monitor.MonitorDefinition.Metric;
import io.plumbline.domain.monitor.MonitorDefinition.Side;
import io.plumbline.domain.monitor.MonitorDefinition.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The definitions that every server has. Ids and names are those that existing clients know. */
public final class BuiltInMonitors {
    private static final Limit LOWER = new Limit(Side.LOWER, OptionalDouble.empty());
    private static final Limit UPPER = new Limit(Side.UPPER, OptionalDouble.empty());
    private static final Set<Task> BINARY = EnumSet.of(BINARY_CLASSIFICATION);
    private static final Set<Task> CLASSES = EnumSet.of(BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION);
    private static final Set<Task> MULTICLASS = EnumSet.of(MULTICLASS_CLASSIFICATION);
    private static final Set<Task> NUMBERS = EnumSet.of(REGRESSION);
    private static final Set<Task> PREDICTIONS =
            EnumSet.of(BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION, REGRESSION);
    private static final Set<Task> ALL =
            EnumSet.of(BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION, REGRESSION, RANKING, GENERATION);

    private static final List<MonitorDefinition> DEFINITIONS =
            List.of(quality(), fairness(), drift(), driftV2(), explainability(), performance(), modelRisk());

    private static final Map<String, String> ABSENCES = Map.of(
            "explainability",
            "explainability monitors come with explanations of predictions, which are not there yet",
            "mrm",
            "model risk monitors come with risk evaluations, which are not there yet");

    private BuiltInMonitors() {}

    /** All of them. */
    public static List<MonitorDefinition> all() {
        return DEFINITIONS;
    }

    /** The one with this id. */
    public static Optional<MonitorDefinition> find(String id) {
        return DEFINITIONS.stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst();
    }

    /** Why no monitor of the definition with this id can be enabled yet; empty where one can. */
    public static Optional<String> absence(String id) {
        return Optional.ofNullable(ABSENCES.get(id));
    }

    private static MonitorDefinition quality() {
        return new MonitorDefinition(
                "quality",
                "Quality",
                "How well predictions agree with what turned out to be true",
                List.of(
                        better("area_under_roc", "Area under ROC", BINARY, Limit.lower(0.8)),
                        better("area_under_pr", "Area under PR", BINARY, LOWER),
                        better("accuracy", "Accuracy", CLASSES, LOWER),
                        better("precision", "Precision", BINARY, LOWER),
                        better("recall", "Recall", BINARY, LOWER),
                        better("f1_measure", "F1-Measure", BINARY, LOWER),
                        better("true_positive_rate", "True positive rate (TPR)", BINARY, LOWER),
                        better("gini_coefficient", "Gini coefficient", BINARY, LOWER),
                        worse("false_positive_rate", "False positive rate (FPR)", BINARY, UPPER),
                        worse("log_loss", "Logarithmic loss", CLASSES, UPPER),
                        worse("brier_score", "Brier score", BINARY, UPPER),
                        better("matthews_correlation_coefficient", "Matthews correlation coefficient", BINARY, LOWER),
                        neutral("label_skew", "Label skew", BINARY),
                        better("weighted_precision", "Weighted precision", MULTICLASS, LOWER),
                        better("weighted_recall", "Weighted recall", MULTICLASS, LOWER),
                        better("weighted_f_measure", "Weighted F1-Measure", MULTICLASS, LOWER),
                        better("weighted_true_positive_rate", "Weighted True Positive Rate (wTPR)", MULTICLASS, LOWER),
                        worse("weighted_false_positive_rate", "Weighted False Positive Rate (wFPR)", MULTICLASS, UPPER),
                        better("r2", "R squared", NUMBERS, LOWER),
                        better("explained_variance", "Proportion explained variance", NUMBERS, LOWER),
                        worse("root_mean_squared_error", "Root of mean squared error", NUMBERS, UPPER),
                        worse("mean_absolute_error", "Mean absolute error", NUMBERS, UPPER),
                        worse("mean_squared_error", "Mean squared error", NUMBERS, UPPER)),
                List.of());
    }

    private static MonitorDefinition fairness() {
        return new MonitorDefinition(
                "fairness",
                "Fairness",
                "Whether groups of people get favourable outcomes alike",
                List.of(
                        neutral("fairness_value", "Fairness value", CLASSES, Limit.lower(80), Limit.upper(125)),
                        neutral(
                                "statistical_parity_difference",
                                "Statistical parity difference",
                                CLASSES,
                                Limit.lower(-0.15),
                                Limit.upper(0.15)),
                        worse("average_odds_difference", "Average odds difference", CLASSES, UPPER),
                        worse("average_abs_odds_difference", "Average absolute odds difference", CLASSES, UPPER),
                        worse("false_positive_rate_difference", "False positive rate difference", CLASSES, UPPER),
                        worse("false_negative_rate_difference", "False negative rate difference", CLASSES, UPPER),
                        worse("false_discovery_rate_difference", "False discovery rate difference", CLASSES, UPPER),
                        worse("false_omission_rate_difference", "False omission rate difference", CLASSES, UPPER),
                        worse("error_rate_difference", "Error rate difference", CLASSES, UPPER)),
                List.of(
                        new Tag("feature", "feature", "the feature by which groups are told apart"),
                        new Tag("feature_value", "feature_value", "the group"),
                        new Tag("fairness_metric_type", "fairness_metric_type", "how groups are compared")));
    }

    private static MonitorDefinition drift() {
        return new MonitorDefinition(
                "drift",
                "Drift",
                "Drop in accuracy and in consistency of data, compared with the training data",
                List.of(
                        worse("drift_magnitude", "Drift magnitude", CLASSES, Limit.upper(0.05)),
                        better("predicted_accuracy", "Predicted accuracy", CLASSES),
                        worse("data_drift_magnitude", "Data drift magnitude", PREDICTIONS, Limit.upper(0.1))),
                List.of());
    }

    private static MonitorDefinition driftV2() {
        return new MonitorDefinition(
                "drift_v2",
                "Drift v2",
                "Change of inputs, of outputs and of the model's quality, compared with a baseline",
                List.of(
                        worse("feature_drift_score", "Feature drift score", PREDICTIONS, UPPER),
                        worse("prediction_drift_score", "Prediction drift score", PREDICTIONS, Limit.upper(0.05)),
                        worse("confidence_drift_score", "Confidence drift score", ALL, Limit.upper(0.05)),
                        worse("model_quality_score", "Model quality score", PREDICTIONS, Limit.upper(0.05)),
                        worse("input_metadata_drift_score", "Input metadata drift score", ALL, UPPER),
                        worse("output_metadata_drift_score", "Output metadata drift score", ALL, UPPER),
                        worse("embedding_drift_score", "Embedding drift score", ALL, UPPER)),
                List.of(
                        new Tag("field_name", "field_name", "the column"),
                        new Tag("field_type", "field_type", "feature for one column, subscription for all together")));
    }

    private static MonitorDefinition explainability() {
        return new MonitorDefinition(
                "explainability",
                "Explainability",
                "Why the model predicts what it does",
                List.of(better(
                        "global_explanation_stability", "Global explanation stability", PREDICTIONS, Limit.lower(0.8))),
                List.of());
    }

    private static MonitorDefinition performance() {
        return new MonitorDefinition(
                "performance",
                "Performance",
                "How much is asked of the model, and how fast it answers",
                List.of(
                        neutral("scoring_requests", "Scoring requests", ALL),
                        neutral("scoring_records", "Scoring records", ALL),
                        worse("response_time", "Response time", ALL, UPPER),
                        neutral("payload_size", "Payload size", ALL)),
                List.of());
    }

    private static MonitorDefinition modelRisk() {
        return new MonitorDefinition(
                "mrm",
                "Model risk management monitoring",
                "How many of a model's tests were passed",
                List.of(
                        neutral("tests_run", "Tests run", ALL),
                        better("tests_passed", "Tests passed", ALL),
                        worse("tests_failed", "Tests failed", ALL, Limit.upper(0)),
                        neutral("tests_skipped", "Tests skipped", ALL)),
                List.of());
    }

    private static Metric better(String id, String name, Set<Task> tasks, Limit... limits) {
        return metric(id, name, INCREASING, tasks, limits);
    }

    private static Metric worse(String id, String name, Set<Task> tasks, Limit... limits) {
        return metric(id, name, DECREASING, tasks, limits);
    }

    private static Metric neutral(String id, String name, Set<Task> tasks, Limit... limits) {
        return metric(id, name, UNKNOWN, tasks, limits);
    }

    private static Metric metric(String id, String name, Direction direction, Set<Task> tasks, Limit... limits) {
        return new Metric(id, name, direction, List.of(limits), tasks);
    }
}
