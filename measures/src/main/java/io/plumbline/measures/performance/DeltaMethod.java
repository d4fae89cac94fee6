package io.plumbline.measures.performance;

import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Optional;

/**
 * Intervals of measures of a confusion matrix. The counts n of its cells are multinomial, and around them the measure f is taken to be linear.
 * As f depends on the proportions of the cells alone, Σ n·∂f/∂n is 0, and the variance of f is Σ n·(∂f/∂n)². Source: Agresti, Categorical Data
 * Analysis (2013), chapter 16.
 *
 * <p>There is none where rows are weighted, because weights do not say how many rows they stand for, and none where that variance is 0, as it is
 * where every prediction is right: a sample without a fault does not say how far f may be from 1.
 */
final class DeltaMethod {
    /** How near to 1 a correlation is 1 but for rounding. */
    private static final double ROUNDING = 1e-12;

    private DeltaMethod() {}

    /** How much a measure changes with the rows of each cell, ∂f/∂n. */
    interface Slope {
        /** Of this cell. */
        double at(int label, int prediction);
    }

    /** Of any measure: the normal approximation, cut to the values that are possible. */
    static Optional<ConfidenceInterval> interval(CrossTable table, double value, Slope slope, Range range) {
        double error = standardError(table, slope);
        return table.isWeighted() || error == 0
                ? Optional.empty()
                : Optional.of(ConfidenceInterval.normal("delta", value, error, range));
    }

    /**
     * Of a correlation r: the normal approximation of Fisher's z = artanh r, whose standard error is that of r by 1 - r². Empty where r is -1 or 1
     * as well.
     */
    static Optional<ConfidenceInterval> ofCorrelation(CrossTable table, double value, Slope slope) {
        double error = standardError(table, slope);
        if (table.isWeighted() || error == 0 || Math.abs(value) > 1 - ROUNDING) {
            return Optional.empty();
        }
        double transformed = (Math.log1p(value) - Math.log1p(-value)) / 2;
        double ofTransformed = error / (1 - value * value);
        return Optional.of(ConfidenceInterval.normal("fisher_z", transformed, ofTransformed, Range.REAL)
                .mapped(Math::tanh));
    }

    private static double standardError(CrossTable table, Slope slope) {
        double[][] counts = table.weights();
        double variance = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int prediction = 0; prediction < counts.length; prediction++) {
                double count = counts[label][prediction];
                if (count > 0) {
                    double steepness = slope.at(label, prediction);
                    variance += count * steepness * steepness;
                }
            }
        }
        return Math.sqrt(variance);
    }
}
