package io.plumbline.measures.quality;

import java.util.List;

/**
 * How closely each two columns of a table go together. Rows without a value in one of two columns are left out of that pair only, so
 * that pairs may rest on different rows.
 *
 * @param method by which coefficient
 * @param columns the columns, in the order of the table
 * @param pairs each two different columns once, in that order: first with second, first with third, ..., second with third, ...
 * @param step every so many rows one was used, from the first on; 1 where all were
 * @param leftOut columns that would have had their place here, but are too many or have too many categories
 */
public record CorrelationMatrix(
        Method method, List<String> columns, List<Correlation> pairs, long step, List<String> leftOut) {

    /** Keeps unmodifiable copies. */
    public CorrelationMatrix {
        columns = List.copyOf(columns);
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /** Which coefficient. */
    public enum Method {
        /** K. Pearson's r: cov(x, y) / (sd(x) · sd(y)), from -1 to 1, for linear dependence. */
        PEARSON,
        /** C. Spearman's ρ: Pearson's r of the ranks, where equal values share the mean of their ranks; from -1 to 1. */
        SPEARMAN,
        /**
         * H. Cramér's V, from 0 to 1, for categories, corrected for bias: see {@link
         * io.plumbline.measures.association.BiasCorrectedCramersV}.
         */
        CRAMERS_V
    }

    /**
     * The entry for two different columns, in either order.
     *
     * @throws IllegalArgumentException where one is not in the matrix
     */
    public Correlation of(String one, String other) {
        return pairs.stream()
                .filter(pair -> isOf(pair, one, other) || isOf(pair, other, one))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no correlation of " + one + " and " + other));
    }

    private static boolean isOf(Correlation pair, String first, String second) {
        return pair.first().equals(first) && pair.second().equals(second);
    }
}
