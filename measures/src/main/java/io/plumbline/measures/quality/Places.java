package io.plumbline.measures.quality;

import java.util.Arrays;

/**
 * A column's values, each as its place among the different values in ascending order, so that ranks among any part of the rows are
 * found without sorting again.
 */
final class Places {
    private static final int NONE = -1;

    private final int[] places;
    private final int distinct;

    private Places(int[] places, int distinct) {
        this.places = places;
        this.distinct = distinct;
    }

    /** Values that are not finite have no place. */
    static Places of(double[] values) {
        // Adding 0.0 makes -0.0 and 0.0 one value.
        double[] ascending = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(value -> value + 0.0)
                .sorted()
                .distinct()
                .toArray();
        int[] places = new int[values.length];
        Arrays.setAll(places, row -> place(ascending, values[row]));
        return new Places(places, ascending.length);
    }

    private static int place(double[] ascending, double value) {
        return Double.isFinite(value) ? Arrays.binarySearch(ascending, value + 0.0) : NONE;
    }

    /** Ranks from 1 on among the rows that have a value here and in the other column; equal values share the mean of their ranks. */
    double[] ranksWhere(Places other) {
        int[] counts = new int[distinct];
        int rows = 0;
        for (int row = 0; row < places.length; row++) {
            if (isInBoth(other, row)) {
                counts[places[row]]++;
                rows++;
            }
        }
        return ranks(other, meanRanks(counts), rows);
    }

    private boolean isInBoth(Places other, int row) {
        return places[row] != NONE && other.places[row] != NONE;
    }

    private static double[] meanRanks(int[] counts) {
        double[] ranks = new double[counts.length];
        long before = 0;
        for (int place = 0; place < counts.length; place++) {
            ranks[place] = before + (counts[place] + 1) / 2.0;
            before += counts[place];
        }
        return ranks;
    }

    private double[] ranks(Places other, double[] byPlace, int rows) {
        double[] ranks = new double[rows];
        int next = 0;
        for (int row = 0; row < places.length; row++) {
            if (isInBoth(other, row)) {
                ranks[next++] = byPlace[places[row]];
            }
        }
        return ranks;
    }
}
