package io.plumbline.benchmarks.experiments;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs to be searched. Metrics of an even place say the same of a run, as many metrics of training do, so that a filter by one may lie far from the
 * beginning of an order by another; those of an odd place are by chance.
 *
 * @param runs how many
 * @param metrics how many each has, whose values lie from the metric's place to {@value #SPREAD} above it
 */
record SearchedRuns(int runs, int metrics) {
    static final double SPREAD = 100;

    /** The params of a run: a number, and one of twenty texts. */
    static SortedMap<String, String> params(int run) {
        double rate = new Random(run).nextDouble();
        return new TreeMap<>(Map.of("rate", Double.toString(rate), "model", "model " + run * 7 % 20));
    }

    /** The values of the metrics of a run, by place. */
    double[] values(int run) {
        Random chance = new Random(run);
        double quality = chance.nextDouble();
        double[] values = new double[metrics];
        Arrays.setAll(values, place -> {
            double own = chance.nextDouble();
            return place + SPREAD * (place % 2 == 0 ? quality : own);
        });
        return values;
    }

    /** The name of the metric at a place. */
    static String metric(int place) {
        return "metric_" + place;
    }
}
