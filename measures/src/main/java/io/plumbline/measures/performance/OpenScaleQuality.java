package io.plumbline.measures.performance;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which measure stands behind each metric of Watson OpenScale's quality monitor, by kind of model. */
public final class OpenScaleQuality {
    private OpenScaleQuality() {}

    /** By the metric's id, for models of two classes; the positive class is the one that is monitored. */
    public static Map<String, PerformanceMeasure<BinaryProfile>> binary() {
        return named(
                PerformanceMeasures.binary(),
                List.of(
                        "area_under_roc roc_auc@1",
                        "area_under_pr pr_auc@1",
                        "accuracy accuracy@1",
                        "precision precision@1",
                        "recall recall@1",
                        "f1_measure f1@1",
                        "true_positive_rate recall@1",
                        "gini_coefficient gini@1",
                        "false_positive_rate false_positive_rate@openscale",
                        "log_loss log_loss@1",
                        "brier_score brier@1",
                        "matthews_correlation_coefficient mcc@1",
                        "label_skew label_skew@openscale"));
    }

    /** By the metric's id, for models of several classes. */
    public static Map<String, PerformanceMeasure<MulticlassProfile>> multiclass() {
        return named(
                PerformanceMeasures.multiclass(),
                List.of(
                        "accuracy accuracy@1",
                        "log_loss log_loss@1",
                        "weighted_precision precision_weighted@1",
                        "weighted_recall recall_weighted@1",
                        "weighted_f_measure f1_weighted@1",
                        "weighted_true_positive_rate recall_weighted@1",
                        "weighted_false_positive_rate false_positive_rate_weighted@1"));
    }

    /** By the metric's id, for models that predict numbers. */
    public static Map<String, PerformanceMeasure<RegressionProfile>> regression() {
        return named(
                PerformanceMeasures.regression(),
                List.of(
                        "r2 r2@1",
                        "explained_variance explained_variance@1",
                        "root_mean_squared_error rmse@1",
                        "mean_absolute_error mae@1",
                        "mean_squared_error mse@1"));
    }

    private static <P> Map<String, PerformanceMeasure<P>> named(
            Collection<PerformanceMeasure<P>> among, List<String> names) {
        Map<String, PerformanceMeasure<P>> byMetric = new LinkedHashMap<>();
        for (String name : names) {
            int space = name.indexOf(' ');
            byMetric.put(name.substring(0, space), PerformanceMeasures.require(among, name.substring(space + 1)));
        }
        return Collections.unmodifiableMap(byMetric);
    }
}
