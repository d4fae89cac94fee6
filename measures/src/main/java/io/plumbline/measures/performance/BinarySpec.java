package io.plumbline.measures.performance;

import io.plumbline.measures.summary.ScoreGrid;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a binary profile keeps.
 *
 * @param threshold from which score on a row without a prediction is predicted positive; empty to leave it without one
 * @param exactScores how many different scores are kept; beyond that they are counted by bin
 * @param grid the bins
 */
public record BinarySpec(OptionalDouble threshold, int exactScores, ScoreGrid grid) {
    /** How many different scores are kept unless said otherwise: a profile stays below 200 KB. */
    public static final int EXACT_SCORES = 4096;

    /** Probabilities, and predictions as they are given. */
    public static final BinarySpec DEFAULT =
            new BinarySpec(OptionalDouble.empty(), EXACT_SCORES, ScoreGrid.PROBABILITIES);

    /** Checks the numbers. */
    public BinarySpec {
        if (exactScores < 1 || Double.isNaN(threshold.orElse(0))) {
            throw new IllegalArgumentException("at least one score is to be kept, and a threshold is a number");
        }
    }

    /** Takes rows without a prediction as predicted positive from this score on. */
    public BinarySpec withThreshold(double newThreshold) {
        return new BinarySpec(OptionalDouble.of(newThreshold), exactScores, grid);
    }

    /** Keeps so many different scores. */
    public BinarySpec withExactScores(int scores) {
        return new BinarySpec(threshold, scores, grid);
    }

    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        threshold.ifPresent(value -> settings.put("threshold", Double.toString(value)));
        settings.put("exact_scores", Integer.toString(exactScores));
        settings.put("score_grid", grid.least() + " " + grid.greatest() + " " + grid.bins());
        return settings;
    }

    /** Reads what {@link #settings()} wrote; fails with an {@link IllegalArgumentException} for anything else. */
    static BinarySpec of(SortedMap<String, String> settings) {
        String[] grid = settings.getOrDefault("score_grid", "").split(" ");
        if (grid.length != 3) {
            throw new IllegalArgumentException("it does not say over which bins scores are counted");
        }
        OptionalDouble threshold = Optional.ofNullable(settings.get("threshold"))
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElse(OptionalDouble.empty());
        return new BinarySpec(
                threshold,
                Integer.parseInt(settings.getOrDefault("exact_scores", "")),
                new ScoreGrid(Double.parseDouble(grid[0]), Double.parseDouble(grid[1]), Integer.parseInt(grid[2])));
    }
}
