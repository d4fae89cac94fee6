package io.plumbline.measures.performance;

import java.util.Locale;

/** A number taken of the target and the prediction of each row of a regression; NaN where a row has none. */
enum Residual {
    /** The prediction less the target. */
    ERROR,
    /** |prediction - target|. */
    ABSOLUTE_ERROR,
    /** (prediction - target)². */
    SQUARED_ERROR,
    /** The target itself, for its spread. */
    TARGET,
    /** |error / target|, of targets that are not 0. */
    PERCENTAGE_ERROR,
    /** |error| / max(|target|, 2⁻⁵²), as scikit-learn divides. */
    FLOORED_PERCENTAGE_ERROR,
    /** |error| / max(target, 2⁻⁵²) and 1 where |target| is at most that, as Evidently divides. */
    EVIDENTLY_PERCENTAGE_ERROR,
    /** 2·|error| / (|target| + |prediction|), 0 where both are 0. */
    SYMMETRIC_PERCENTAGE_ERROR,
    /** (ln(1 + prediction) - ln(1 + target))², of numbers above -1. */
    SQUARED_LOG_ERROR;

    double of(double target, double prediction) {
        double error = prediction - target;
        return switch (this) {
            case ERROR -> error;
            case ABSOLUTE_ERROR -> Math.abs(error);
            case SQUARED_ERROR -> error * error;
            case TARGET -> target;
            case PERCENTAGE_ERROR -> Math.abs(error / target);
            case FLOORED_PERCENTAGE_ERROR -> Math.abs(error) / Math.max(Math.abs(target), Losses.EPSILON);
            case EVIDENTLY_PERCENTAGE_ERROR ->
                Math.abs(target) > Losses.EPSILON ? Math.abs(error) / Math.max(target, Losses.EPSILON) : 1;
            case SYMMETRIC_PERCENTAGE_ERROR -> symmetric(target, prediction);
            case SQUARED_LOG_ERROR -> squaredLogError(target, prediction);
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double symmetric(double target, double prediction) {
        double scale = Math.abs(target) + Math.abs(prediction);
        return scale == 0 ? 0 : 2 * Math.abs(prediction - target) / scale;
    }

    private static double squaredLogError(double target, double prediction) {
        // the same bits on every machine
        double difference = StrictMath.log1p(prediction) - StrictMath.log1p(target);
        return difference * difference;
    }
}
