package io.plumbline.measures.comparison;

/**
 * What is to be said of the data set as a whole.
 *
 * @param columns how many columns were judged
 * @param driftedColumns how many of them have drifted
 * @param shareLimit from which share on the data set has drifted
 * @param drifted whether it has
 * @param method the rule in words, with the correction for multiple tests
 */
public record Verdict(int columns, int driftedColumns, double shareLimit, boolean drifted, String method) {

    /** The share of drifted columns, 0 where none was judged. */
    public double share() {
        return columns == 0 ? 0 : (double) driftedColumns / columns;
    }
}
