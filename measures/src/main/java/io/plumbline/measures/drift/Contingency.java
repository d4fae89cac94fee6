package io.plumbline.measures.drift;

import io.plumbline.measures.association.BiasCorrectedCramersV;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * A table of two rows, the reference's and the current counts, and a column for each bin that is not empty on both sides. Under the
 * hypothesis that both rows come from one distribution, a cell's expected count is its row's total times its column's over all.
 */
final class Contingency {
    private final double[] reference;
    private final double[] current;
    private final double referenceTotal;
    private final double currentTotal;

    private Contingency(double[] reference, double[] current) {
        this.reference = reference;
        this.current = current;
        this.referenceTotal = Arrays.stream(reference).sum();
        this.currentTotal = Arrays.stream(current).sum();
    }

    static Contingency of(double[] reference, double[] current) {
        int[] kept = IntStream.range(0, reference.length)
                .filter(i -> reference[i] > 0 || current[i] > 0)
                .toArray();
        return new Contingency(
                Arrays.stream(kept).mapToDouble(i -> reference[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> current[i]).toArray());
    }

    /** Both rows with the same total, the larger one scaled down and rounded to whole counts. */
    Contingency balanced() {
        double total = Math.min(referenceTotal, currentTotal);
        return of(scaled(reference, total / referenceTotal), scaled(current, total / currentTotal));
    }

    private static double[] scaled(double[] counts, double factor) {
        return Arrays.stream(counts).map(count -> Math.rint(count * factor)).toArray();
    }

    int columns() {
        return reference.length;
    }

    int degreesOfFreedom() {
        return columns() - 1;
    }

    /** Pearson's statistic, Σ (observed - expected)² / expected. */
    double chiSquare() {
        return chiSquare(0);
    }

    /** Pearson's statistic as scipy computes it: with Yates' correction by half a count where there are two columns. */
    double chiSquareWithYates() {
        return chiSquare(degreesOfFreedom() == 1 ? 0.5 : 0);
    }

    private double chiSquare(double correction) {
        double sum = 0;
        for (int i = 0; i < columns(); i++) {
            // both rows of a column are equally far from what is expected
            double difference = Math.abs(current[i] - expected(i, currentTotal));
            double corrected = difference - Math.min(correction, difference);
            sum += corrected * corrected * (1 / expected(i, referenceTotal) + 1 / expected(i, currentTotal));
        }
        return sum;
    }

    /** The likelihood ratio statistic, 2·Σ observed·ln(observed / expected). */
    double likelihoodRatio() {
        double sum = 0;
        for (int i = 0; i < columns(); i++) {
            sum += term(reference[i], expected(i, referenceTotal)) + term(current[i], expected(i, currentTotal));
        }
        return Math.max(0, 2 * sum);
    }

    private static double term(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }

    private double expected(int column, double rowTotal) {
        return (reference[column] + current[column]) * rowTotal / (referenceTotal + currentTotal);
    }

    /** Cramér's V, corrected for bias; 0 for a table of one column. */
    double cramersV() {
        return cramersV(chiSquare());
    }

    /** The same from Yates' corrected statistic. */
    double cramersVWithYates() {
        return cramersV(chiSquareWithYates());
    }

    private double cramersV(double statistic) {
        return BiasCorrectedCramersV.of(statistic, referenceTotal + currentTotal, 2, columns());
    }

    /** A statistic of this table with its p-value, and Cramér's V as its effect. */
    CountStatistic.Reading reading(double statistic) {
        return new CountStatistic.Reading(statistic, survival(statistic, degreesOfFreedom()), cramersV());
    }

    /** The probability that a chi-square variable is at least so large; 1 without a degree of freedom. */
    static double survival(double statistic, int degreesOfFreedom) {
        return degreesOfFreedom == 0 ? 1 : RegularizedGamma.Q.value(degreesOfFreedom / 2.0, statistic / 2);
    }
}
