package io.plumbline.measures.drift;

import io.plumbline.measures.binning.Binning;
import io.plumbline.measures.binning.Binnings;
import io.plumbline.measures.drift.MeasureDefinition.Direction;
import io.plumbline.measures.drift.MeasureDefinition.Range;
import java.util.List;

/**
 * The Jensen-Shannon distance, √(½·KL(r‖m) + ½·KL(c‖m)) with m = ½(r+c), over the shares r of the reference and c of the current data.
 * To the base 2 it lies between 0 and 1, to the base e between 0 and √ln 2 = 0.8326. Source: Lin, Divergence Measures Based on the
 * Shannon Entropy (1991); that the root is a metric: Endres and Schindelin, A New Metric for Probability Distributions (2003).
 */
public final class JensenShannon {
    private static final double LOG_2 = Math.log(2);
    private static final Family BITS = new Family(
            "js",
            "Jensen-Shannon distance",
            "√(½·Σ r·log2(r/m) + ½·Σ c·log2(c/m)), m = ½(r+c)",
            Range.UNIT,
            Direction.UP);
    private static final Family NATS =
            BITS.withFormula("√(½·Σ r·ln(r/m) + ½·Σ c·ln(c/m)), m = ½(r+c)").withRange(new Range(0, Math.sqrt(LOG_2)));

    private JensenShannon() {}

    static List<Measure> measures() {
        return List.of(own(), evidently(), nannyml(), whylabs(), fiddler());
    }

    private static Measure own() {
        MeasureDefinition definition = BITS.variant(
                "1",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Endres and Schindelin, A New Metric for Probability Distributions (2003)");
        return inBits(definition, Binnings.own());
    }

    private static Measure evidently() {
        MeasureDefinition definition = NATS.deviating(
                "evidently-0.7",
                Threshold.valueAtLeast(0.1),
                Family.ALL,
                "Evidently 0.7.21, legacy/calculations/stattests/jensenshannon.py",
                "The number of bins asked for is ignored, and bins depend on the current data too.");
        return inNats(definition, Binnings.evidently());
    }

    private static Measure nannyml() {
        MeasureDefinition definition = BITS.variant(
                "nannyml-0.13",
                Threshold.valueAbove(0.1),
                Family.ALL,
                "NannyML 0.13.1, drift/univariate/methods.py; the limit is the one it documents, without one from the"
                        + " reference's chunks");
        return inBits(definition, Binnings.nannyml());
    }

    private static Measure whylabs() {
        MeasureDefinition definition = NATS.variant(
                "whylabs",
                Threshold.NONE,
                Family.ALL,
                "WhyLabs platform, Distance.java and DistanceTest.java; over exact counts instead of sketches");
        return inNats(definition, Binnings.whylabs());
    }

    private static Measure fiddler() {
        MeasureDefinition definition = BITS.variant(
                "fiddler",
                Threshold.NONE,
                Family.ALL,
                "Fiddler, documentation of data drift (base_count = 1); the distance to the base 2 is taken for its JSD, and"
                        + " 10 bins over the reference for those of the model's schema");
        return new CountMeasure(
                definition,
                Binnings.fiddler(),
                new ShareStatistic(Smoothing.adding(1), JensenShannon::bits).toBase("2"));
    }

    private static Measure inBits(MeasureDefinition definition, Binning binning) {
        return new CountMeasure(
                definition, binning, new ShareStatistic(Smoothing.NONE, JensenShannon::bits).toBase("2"));
    }

    private static Measure inNats(MeasureDefinition definition, Binning binning) {
        return new CountMeasure(
                definition, binning, new ShareStatistic(Smoothing.NONE, JensenShannon::nats).toBase("e"));
    }

    /** The distance of these shares to the base 2, between 0 and 1. */
    public static double bits(double[] reference, double[] current) {
        return nats(reference, current) / Math.sqrt(LOG_2);
    }

    /** The distance of these shares to the base e, between 0 and √ln 2. */
    public static double nats(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double middle = (reference[i] + current[i]) / 2;
            sum += term(reference[i], middle) + term(current[i], middle);
        }
        // rounding can leave a little less than 0 for equal shares, and a little more than ln 2 for those that have
        // nothing in common
        return Math.sqrt(Math.max(0, Math.min(LOG_2, sum / 2)));
    }

    private static double term(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle);
    }
}
