package io.plumbline.benchmarks.experiments;

import io.plumbline.domain.experiment.RunStatus;
import java.time.Duration;
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
    static final int OWNERS = 20;

    /** The params of a run: a number, and one of twenty texts. */
    static SortedMap<String, String> params(int run) {
        double rate = new Random(run).nextDouble();
        return new TreeMap<>(Map.of("rate", Double.toString(rate), "model", "model " + run * 7 % 20));
    }

    /** Its tags: one of five texts, and one that no other run has. */
    static SortedMap<String, String> tags(int run) {
        String commit = Long.toHexString(new Random(run).nextLong());
        return new TreeMap<>(Map.of("stage", "stage " + run * 3 % 5, "commit", commit));
    }

    /** Four of five are completed. */
    static RunStatus status(int run) {
        return switch (run % 20) {
            case 3, 7 -> RunStatus.FAILED;
            case 11 -> RunStatus.KILLED;
            case 19 -> RunStatus.RUNNING;
            default -> RunStatus.COMPLETED;
        };
    }

    /** One of so many people. */
    static int owner(int run) {
        return run * 13 % OWNERS;
    }

    /** From nothing to an hour. */
    static Duration duration(int run) {
        return Duration.ofMillis(new Random(~run).nextInt(3_600_000));
    }

    /** The run above it; itself where there is none. Five of ten are above the five after them. */
    static int parent(int run) {
        return run % 10 < 5 ? run : run - 5;
    }

    /** Every hundredth has one. */
    static String note(int run) {
        return run % 100 == 0 ? "what was tried the day " + run : "";
    }

    /** What these runs are, in one line. */
    String content() {
        return this + " of any status, tag, owner, duration and parent";
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
