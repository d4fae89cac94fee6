package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;

/**
 * A stand-in for the values of two columns of which at least one is known by a profile only: {@link #POINTS} quantiles at the ranks
 * (k+½)/{@link #POINTS}. Cumulated shares of it are off by at most {@link #error}.
 *
 * @param samples the quantiles, or the values of a side that has them
 * @param error how far a difference of cumulated shares may be off: for each side without values its rank error, half a step of the
 *     ranks, and one value, because a quantile may lie between two values
 */
record QuantilePoints(Samples samples, double error) {
    private static final int POINTS = 4096;

    static QuantilePoints of(ColumnData reference, ColumnData current) {
        return new QuantilePoints(
                new Samples(points(reference), points(current)), errorOf(reference) + errorOf(current));
    }

    private static double[] points(ColumnData column) {
        if (column.hasValues()) {
            return column.sortedValues();
        }
        double[] points = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            points[k] = column.quantile((k + 0.5) / POINTS);
        }
        return points;
    }

    private static double errorOf(ColumnData column) {
        return column.hasValues()
                ? 0
                : column.rankError() + 0.5 / POINTS + 1.0 / column.tally().values();
    }

    /** How many quantiles stand for a side, as it is stated in the parameters of a score. */
    static int count() {
        return POINTS;
    }
}
