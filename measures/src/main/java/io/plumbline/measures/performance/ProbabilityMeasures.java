package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import io.plumbline.measures.performance.PerformanceDefinition.Direction;
import io.plumbline.measures.performance.PerformanceDefinition.Task;
import io.plumbline.measures.summary.Moment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How good probabilities are as such, and how labels are distributed. */
final class ProbabilityMeasures {
    private ProbabilityMeasures() {}

    static List<PerformanceMeasure<BinaryProfile>> measures() {
        return List.of(
                loss(logLossDefinition(), BinaryProfile::logLoss),
                loss(
                        definition(
                                "brier@1",
                                "Brier score",
                                "mean (p - y)²",
                                Range.UNIT,
                                "Brier, Verification of forecasts (1950)"),
                        BinaryProfile::brier),
                calibrationError(10),
                labelSkew());
    }

    static PerformanceDefinition logLossDefinition() {
        return definition(
                        "log_loss@1",
                        "Logarithmic loss",
                        "mean -ln p of the class that turned out to be true, p kept 2⁻⁵² from 0 and 1",
                        Range.NON_NEGATIVE,
                        "Good, Rational decisions (1952)")
                .alsoFor(Task.MULTICLASS);
    }

    private static PerformanceDefinition definition(
            String id, String title, String formula, Range range, String source) {
        return PerformanceDefinition.of(id, title, formula, range, Direction.LOWER_IS_BETTER, Task.BINARY, source);
    }

    /** The mean of a loss of each row. */
    static <P extends PerformanceProfile<P>> PerformanceMeasure<P> loss(
            PerformanceDefinition definition, Function<P, Moment> loss) {
        return PerformanceMeasure.of(definition, profile -> {
            Moment moment = loss.apply(profile);
            Result result = new Result(definition, profile.sample(moment.rows()));
            long improbable = profile.summary().count(PerformanceProfile.NOT_A_PROBABILITY);
            if (improbable > 0) {
                return result.none("the scores of " + improbable + " rows are not between 0 and 1");
            }
            if (moment.isEmpty()) {
                return result.none(moment.rows() == 0 ? "no row has a label and a score" : Result.NO_WEIGHT);
            }
            return result.score(moment.mean()).with(ConfidenceInterval.ofMean(moment, definition.range()));
        });
    }

    /** The expected calibration error over so many bins of equal width. */
    static PerformanceMeasure<BinaryProfile> calibrationError(int bins) {
        PerformanceDefinition definition = definition(
                "ece@1",
                "Expected calibration error",
                "Σ w_b·|observed share - mean score| / Σ w_b over bins of equal width (lower, upper], 10 unless given",
                Range.UNIT,
                "Naeini, Cooper and Hauskrecht (2015); Guo et al., On calibration (2017)");
        return PerformanceMeasure.of(definition, profile -> {
            long rows = profile.scores().negatives().rows()
                    + profile.scores().positives().rows();
            Result result = new Result(definition, profile.sample(rows));
            return Calibration.of(profile, bins)
                    .filter(calibration -> !calibration.bins().isEmpty())
                    .<PerformanceOutcome>map(calibration -> score(calibration, result, bins))
                    .orElseGet(() -> result.none(noCalibration(profile, rows)));
        });
    }

    private static PerformanceScore score(Calibration calibration, Result result, int bins) {
        double value = calibration.expectedError();
        PerformanceScore score = result.score(value).with("bins", bins);
        double uncertainty = calibration.uncertainty();
        return uncertainty == 0
                ? score
                : score.within(Math.max(0, value - uncertainty), Math.min(1, value + uncertainty));
    }

    private static String noCalibration(BinaryProfile profile, long rows) {
        if (rows == 0) {
            return "no row has a label and a score";
        }
        long improbable = profile.summary().count(PerformanceProfile.NOT_A_PROBABILITY);
        if (improbable > 0) {
            return "the scores of " + improbable + " rows are not between 0 and 1";
        }
        return profile.scores().groups().isExact()
                ? Result.NO_WEIGHT
                : "scores were counted over bins that cannot be put together to the bins of the calibration";
    }

    private static PerformanceMeasure<BinaryProfile> labelSkew() {
        PerformanceDefinition definition = PerformanceDefinition.of(
                "label_skew@openscale",
                "Label skew",
                "(1 - 2q) / √(q(1 - q)), the skewness of labels 0 and 1 with a share q of 1",
                Range.REAL,
                Direction.ZERO_IS_BEST,
                Task.BINARY,
                Sources.OPENSCALE + "; interval: Wilson (1927), of q");
        return PerformanceMeasure.of(definition, profile -> {
            double positives = profile.positives().total();
            double all = positives + profile.negatives().total();
            long rows = profile.positives().rows() + profile.negatives().rows();
            Result result = new Result(definition, profile.sample(rows));
            if (rows == 0) {
                return result.none("no row has a label");
            }
            double share = positives / all;
            boolean weighted = profile.positives().plus(profile.negatives()).isWeighted();
            return share > 0 && share < 1
                    ? result.score(skewness(share))
                            .with(weighted ? Optional.empty() : Optional.of(ofSkewness(positives, all)))
                    : result.none("all labels are of one class");
        });
    }

    /** Falls all the way from a share of 0 to one of 1. */
    private static double skewness(double share) {
        return (1 - 2 * share) / Math.sqrt(share * (1 - share));
    }

    private static ConfidenceInterval ofSkewness(double positives, double all) {
        return ConfidenceInterval.wilson(positives, all).mapped(ProbabilityMeasures::skewness);
    }
}
