package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import io.plumbline.measures.summary.Moment;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What follows from the residuals of a regression: e is the prediction less the target t. */
final class RegressionMeasures {
    private static final String HYNDMAN = "Hyndman and Koehler, Another look at measures of forecast accuracy (2006)";
    private static final Range AT_MOST_ONE = new Range(Double.NEGATIVE_INFINITY, 1);

    private RegressionMeasures() {}

    static List<PerformanceMeasure<RegressionProfile>> measures() {
        return List.of(
                mean("mean_error@1", "Mean error", "mean e", Range.REAL, Direction.ZERO_IS_BEST, Residual.ERROR),
                error("mae@1", "Mean absolute error", "mean |e|", Residual.ABSOLUTE_ERROR),
                error("mse@1", "Mean squared error", "mean e²", Residual.SQUARED_ERROR),
                mapped(
                        loss("rmse@1", "Root mean squared error", "√ mean e²", Range.NON_NEGATIVE, HYNDMAN),
                        Residual.SQUARED_ERROR,
                        Math::sqrt),
                error(
                        "mape@1",
                        "Mean absolute percentage error",
                        "mean |e/t| over the rows whose target is not 0, as a share of 1",
                        Residual.PERCENTAGE_ERROR),
                mapped(
                        loss(
                                "mape@scikit-learn",
                                "Mean absolute percentage error",
                                "mean |e|/max(|t|, 2⁻⁵²), as a share of 1",
                                Range.NON_NEGATIVE,
                                "scikit-learn, mean_absolute_percentage_error"),
                        Residual.FLOORED_PERCENTAGE_ERROR,
                        value -> value),
                evidentlyPercentage(),
                mapped(
                        loss(
                                "smape@1",
                                "Symmetric mean absolute percentage error",
                                "mean 2|e|/(|t| + |prediction|), 0 where both are 0, as a share of 1",
                                new Range(0, 2),
                                HYNDMAN),
                        Residual.SYMMETRIC_PERCENTAGE_ERROR,
                        value -> value),
                mapped(
                        loss(
                                "rmsle@1",
                                "Root mean squared logarithmic error",
                                "√ mean (ln(1 + prediction) - ln(1 + t))²",
                                Range.NON_NEGATIVE,
                                "scikit-learn, root_mean_squared_log_error"),
                        Residual.SQUARED_LOG_ERROR,
                        Math::sqrt),
                determination(),
                explainedVariance());
    }

    private static PerformanceMeasure<RegressionProfile> evidentlyPercentage() {
        return mapped(
                loss(
                                "mape@evidently-0.7",
                                "Mean absolute percentage error",
                                "100·mean |e|/max(t, 2⁻⁵²), and 1 for a row whose |t| is at most that",
                                Range.NON_NEGATIVE,
                                "Evidently 0.7, MAPE")
                        .deviating(
                                "divides by 2⁻⁵² where the target is negative, so that the result is meaningless there"),
                Residual.EVIDENTLY_PERCENTAGE_ERROR,
                value -> 100 * value);
    }

    private static PerformanceMeasure<RegressionProfile> determination() {
        PerformanceDefinition definition =
                goodness("r2@1", "Coefficient of determination, R²", "1 - Σe² / Σ(t - mean t)²");
        return PerformanceMeasure.of(definition, profile -> {
            Moment error = profile.moment(Residual.SQUARED_ERROR);
            return explained(definition, profile, error, error.mean());
        });
    }

    private static PerformanceMeasure<RegressionProfile> explainedVariance() {
        PerformanceDefinition definition = goodness("explained_variance@1", "Explained variance", "1 - var e / var t");
        return PerformanceMeasure.of(definition, profile -> {
            Moment error = profile.moment(Residual.ERROR);
            return explained(definition, profile, error, error.variance());
        });
    }

    private static PerformanceOutcome explained(
            PerformanceDefinition definition, RegressionProfile profile, Moment error, double unexplained) {
        Moment target = profile.moment(Residual.TARGET);
        Result result = new Result(definition, profile.sample(error.rows()));
        if (error.isEmpty() || error.beyond() > 0) {
            return noMean(result, error, profile);
        }
        double variance = target.variance();
        return target.rows() < 2 || variance == 0
                ? result.none(target.rows() < 2 ? "there is one row only" : "all targets are equal")
                : result.score(1 - unexplained / variance);
    }

    private static PerformanceDefinition goodness(String id, String title, String formula) {
        return PerformanceDefinition.of(
                id,
                title,
                formula,
                AT_MOST_ONE,
                Direction.HIGHER_IS_BETTER,
                Task.REGRESSION,
                "Kvålseth, Cautionary note about R² (1985)");
    }

    private static PerformanceMeasure<RegressionProfile> error(
            String id, String title, String formula, Residual residual) {
        return mean(id, title, formula, Range.NON_NEGATIVE, Direction.LOWER_IS_BETTER, residual);
    }

    private static PerformanceMeasure<RegressionProfile> mean(
            String id, String title, String formula, Range range, Direction direction, Residual residual) {
        return mapped(
                PerformanceDefinition.of(id, title, formula, range, direction, Task.REGRESSION, HYNDMAN),
                residual,
                value -> value);
    }

    private static PerformanceDefinition loss(String id, String title, String formula, Range range, String source) {
        return PerformanceDefinition.of(id, title, formula, range, Direction.LOWER_IS_BETTER, Task.REGRESSION, source);
    }

    /** The mean of a residual, seen through a function that rises all the way. */
    private static PerformanceMeasure<RegressionProfile> mapped(
            PerformanceDefinition definition, Residual residual, DoubleUnaryOperator function) {
        return PerformanceMeasure.of(definition, profile -> {
            Moment moment = profile.moment(residual);
            Result result = new Result(definition, profile.sample(moment.rows()));
            if (moment.isEmpty() || moment.beyond() > 0) {
                return noMean(result, moment, profile);
            }
            Range ofMean = definition.range().least() < 0 ? Range.REAL : Range.NON_NEGATIVE;
            return result.score(function.applyAsDouble(moment.mean()))
                    .with(ConfidenceInterval.ofMean(moment, ofMean).map(interval -> interval.mapped(function)));
        });
    }

    private static PerformanceOutcome noMean(Result result, Moment moment, RegressionProfile profile) {
        if (moment.beyond() > 0) {
            return result.none("of " + moment.beyond() + " rows it is beyond what a number can hold, or not defined");
        }
        if (moment.rows() > 0) {
            return result.none(Result.NO_WEIGHT);
        }
        if (profile.summary().count(RegressionProfile.ZERO_TARGET) > 0) {
            return result.none("all targets are 0");
        }
        return result.none(
                profile.summary().count(PerformanceProfile.MISSING_PREDICTION) > 0
                        ? "no labelled row has a prediction"
                        : "no row has a label");
    }
}
