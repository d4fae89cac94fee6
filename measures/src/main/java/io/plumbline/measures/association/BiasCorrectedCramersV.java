package io.plumbline.measures.association;

/**
 * Cramér's V of a table of counts, corrected for the bias that makes it grow with the number of cells. With φ² = χ²/n of the r×k table,
 * φ̃² = max(0, φ² - (r-1)(k-1)/(n-1)), r̃ = r - (r-1)²/(n-1) and k̃ alike, it is √(φ̃² / min(r̃-1, k̃-1)), and at most 1. Source: W.
 * Bergsma, "A bias-correction for Cramér's V and Tschuprow's T", J. Korean Stat. Soc. 42 (2013).
 */
public final class BiasCorrectedCramersV {
    private BiasCorrectedCramersV() {}

    /**
     * Of a table, from 0 to 1.
     *
     * @param chiSquare Pearson's statistic of the table, with or without a correction for continuity
     * @param n the sum of all its cells, more than 1
     * @param rows how many rows it has that are not empty
     * @param columns how many columns it has that are not empty
     * @return V; 0 where the smaller side, corrected, is no more than 1, as with a single row or column
     */
    public static double of(double chiSquare, double n, int rows, int columns) {
        double phi = Math.max(0, chiSquare / n - (rows - 1.0) * (columns - 1.0) / (n - 1));
        double smallerSide = Math.min(corrected(rows, n), corrected(columns, n)) - 1;
        return smallerSide > 0 ? Math.min(1, Math.sqrt(phi / smallerSide)) : 0;
    }

    private static double corrected(int side, double n) {
        return side - (side - 1.0) * (side - 1.0) / (n - 1);
    }
}
