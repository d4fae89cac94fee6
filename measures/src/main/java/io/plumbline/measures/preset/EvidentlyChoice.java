package io.plumbline.measures.preset;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.NotKnownException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Evidently's default test. Up to 1,000 values of the reference: Kolmogorov-Smirnov for numbers of more than five different values over
 * both columns, otherwise chi-square, or the z-test for at most two values. Above: the Wasserstein distance for numbers of more than
 * five values, otherwise the Jensen-Shannon distance. Source: Evidently 0.7.21, legacy/calculations/stattests/registry.py.
 */
final class EvidentlyChoice {
    private static final long SMALL = 1000;
    private static final int FEW = 5;

    private EvidentlyChoice() {}

    static List<String> of(ColumnData reference, ColumnData current) {
        boolean small = reference.tally().values() <= SMALL;
        String name = small ? forFewRows(reference, current) : forManyRows(reference, current);
        return List.of(name + "@evidently-0.7");
    }

    private static String forFewRows(ColumnData reference, ColumnData current) {
        long values = distinctOfBoth(reference, current);
        if (reference.type().isNumeric() && values > FEW) {
            return "ks";
        }
        return values > 2 ? "chi2" : "z";
    }

    private static String forManyRows(ColumnData reference, ColumnData current) {
        return reference.type().isNumeric() && distinctOfBoth(reference, current) > FEW ? "wasserstein" : "js";
    }

    /** The number of different values over both columns, or of one of them where that is more than {@link #FEW} already. */
    private static long distinctOfBoth(ColumnData reference, ColumnData current) {
        long most = Math.max(distinct(reference), distinct(current));
        return most > FEW ? most : union(reference, current, most);
    }

    private static long distinct(ColumnData column) {
        return column.distinct().value().orElse(Long.MAX_VALUE);
    }

    private static long union(ColumnData reference, ColumnData current, long atLeast) {
        try {
            Set<String> values = new HashSet<>(reference.categories().counts().keySet());
            values.addAll(current.categories().counts().keySet());
            return values.size();
        } catch (NotKnownException e) {
            // a profile of a numeric column: the number of values of one column is the best that is known
            return atLeast;
        }
    }
}
