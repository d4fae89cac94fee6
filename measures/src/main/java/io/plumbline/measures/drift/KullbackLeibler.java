package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.Arrays;
import java.util.List;

/**
 * The Kullback-Leibler divergence of the reference from the current data, Σ r·ln(r/c) over the shares r of the reference and c of the
 * current data, in nats. Source: Kullback and Leibler, On Information and Sufficiency (1951).
 */
public final class KullbackLeibler {
    private static final Family FAMILY =
            new Family("kl", "Kullback-Leibler divergence", "Σ r·ln(r/c)", Range.NON_NEGATIVE, Direction.UP);

    private KullbackLeibler() {}

    static List<Measure> measures() {
        return List.of(own(), evidently(), whylabs());
    }

    private static Measure own() {
        MeasureDefinition definition = FAMILY.variant(
                "1",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Kullback and Leibler, On Information and Sufficiency (1951)");
        return new CountMeasure(
                definition, Binnings.own(), new ShareStatistic(Smoothing.adding(0.5), KullbackLeibler::divergence));
    }

    private static Measure evidently() {
        MeasureDefinition definition = FAMILY.deviating(
                "evidently-0.7",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Evidently 0.7.21, legacy/calculations/stattests/kl_div.py",
                "The number of bins asked for is ignored, and bins depend on the current data too.");
        return new CountMeasure(
                definition, Binnings.evidently(), new ShareStatistic(Smoothing.EVIDENTLY, KullbackLeibler::normalised));
    }

    private static Measure whylabs() {
        MeasureDefinition definition = FAMILY.variant(
                "whylabs",
                Threshold.NONE,
                Family.ALL,
                "WhyLabs platform, Distance.java and DistanceTest.java; over exact counts instead of sketches");
        return new CountMeasure(
                definition,
                Binnings.whylabs(),
                new ShareStatistic(Smoothing.atLeast(1e-7), KullbackLeibler::divergence));
    }

    /** The divergence of shares that are first divided by their sums, as scipy's {@code entropy} has it. */
    private static double normalised(double[] reference, double[] current) {
        double before = Arrays.stream(reference).sum();
        double now = Arrays.stream(current).sum();
        return divergence(
                Arrays.stream(reference).map(share -> share / before).toArray(),
                Arrays.stream(current).map(share -> share / now).toArray());
    }

    /**
     * The divergence of these shares, in nats. A bin that is empty in the reference adds nothing; one that is empty in the current
     * data alone makes it infinite.
     */
    public static double divergence(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] > 0) {
                sum += reference[i] * Math.log(reference[i] / current[i]);
            }
        }
        return sum;
    }
}
