package io.plumbline.measures.summary;

import java.util.Arrays;

/**
 * Scores in descending order with the weight of the rows of each. A group is one score, or a bin of which it is not known how its scores
 * are ordered. The arrays are shared and must not be written to.
 */
public final class ScoreGroups {
    private final boolean exact;
    private final double[] lowest;
    private final double[] highest;
    private final double[] negatives;
    private final double[] positives;

    ScoreGroups(boolean exact, double[] lowest, double[] highest, double[] negatives, double[] positives) {
        this.exact = exact;
        this.lowest = lowest;
        this.highest = highest;
        this.negatives = negatives;
        this.positives = positives;
    }

    /** Whether each group is one score. */
    public boolean isExact() {
        return exact;
    }

    /** How many groups there are. */
    public int size() {
        return lowest.length;
    }

    /** The lower end of a group; infinite where scores below the grid are in it. */
    public double lowest(int group) {
        return lowest[group];
    }

    /** The upper end of a group; infinite where scores above the grid are in it. */
    public double highest(int group) {
        return highest[group];
    }

    /** The weight of a group's rows whose label is negative. */
    public double negatives(int group) {
        return negatives[group];
    }

    /** The weight of a group's rows whose label is positive. */
    public double positives(int group) {
        return positives[group];
    }

    /** The weight of all rows whose label is negative. */
    public double negatives() {
        return Arrays.stream(negatives).sum();
    }

    /** The weight of all rows whose label is positive. */
    public double positives() {
        return Arrays.stream(positives).sum();
    }
}
