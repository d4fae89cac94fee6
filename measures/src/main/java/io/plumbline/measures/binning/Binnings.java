package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnData.DistinctCount;
import io.plumbline.measures.column.NotKnownException;

/** Plumbline's own way to bin, and those of the reference tools. */
public final class Binnings {
    private static final int FEW_VALUES = 20;

    private Binnings() {}

    /**
     * Plumbline's own, by the reference alone, so that the bins stay as they are while current data comes and goes. Numbers: where the
     * reference has at most 20 different values each is a bin, with one more for new values; otherwise its {@link #ownEdges}, the
     * outer bins open. Categories: the reference's 100 most frequent, its others together, new ones together.
     */
    public static Binning own() {
        return Binning.byKind(
                (reference, current) -> ownOfNumbers(reference).align(reference, current), CategoryBinning.top(100));
    }

    private static Binning ownOfNumbers(ColumnData reference) {
        return hasFewKnownValues(reference) ? new FewValues() : new EdgeBinning(ownEdges(reference), Guards.FOLDED);
    }

    /** The edges of a reference of many values: its deciles, or, of a profile, those that it was counted over. */
    public static EdgePolicy ownEdges(ColumnData reference) {
        return reference.countedEdges().map(EdgePolicies::ofProfile).orElse(EdgePolicies.quantiles(10));
    }

    /** Each value that either column has is a bin, for numbers as for categories. */
    public static Binning values() {
        return CategoryBinning.union();
    }

    /** Evidently 0.7: numbers of which the reference has more than 20 by Sturges over both columns, everything else by value. */
    public static Binning evidently() {
        Binning sturges = new EdgeBinning(EdgePolicies.sturgesOfBoth(), Guards.DROPPED);
        return Binning.byKind(
                (reference, current) -> (hasManyValues(reference) ? sturges : values()).align(reference, current),
                values());
    }

    /** Evidently 0.7 for the Hellinger distance: numbers by Sturges over the distinct values of both columns. */
    public static Binning evidentlyHellinger() {
        return Binning.byKind(new EdgeBinning(EdgePolicies.sturgesOfDistinctValues(), Guards.DROPPED), values());
    }

    /** NannyML 0.13: numbers by Doane over the reference, and what lies outside or is new in one more bin. */
    public static Binning nannyml() {
        return Binning.byKind(
                new EdgeBinning(EdgePolicies.doane(), Guards.LEFTOVER), CategoryBinning.referenceAndNew());
    }

    /** WhyLabs: 30 bins of equal width over both columns; categories by value. */
    public static Binning whylabs() {
        return Binning.byKind(new EdgeBinning(EdgePolicies.equalWidthOfBoth(30), Guards.DROPPED), values());
    }

    /** Fiddler: 10 bins of equal width over the reference, the outer ones open; categories of the reference, and new ones together. */
    public static Binning fiddler() {
        return Binning.byKind(
                new EdgeBinning(EdgePolicies.equalWidthOfReference(10), Guards.FOLDED),
                CategoryBinning.referenceAndNew());
    }

    /** Domino: Freedman-Diaconis over the reference, at most 20, with guard bins; classes, and untrained ones together. */
    public static Binning domino() {
        return Binning.byKind(
                new EdgeBinning(EdgePolicies.freedmanDiaconis(20), Guards.SEPARATE), CategoryBinning.referenceAndNew());
    }

    /** Frouros: 10 bins of equal width over both columns. */
    public static Binning frouros() {
        return new EdgeBinning(EdgePolicies.equalWidthOfBoth(10), Guards.DROPPED);
    }

    private static boolean hasFewKnownValues(ColumnData column) {
        DistinctCount distinct = column.distinct();
        return distinct.exact() && distinct.value().orElse(Long.MAX_VALUE) <= FEW_VALUES;
    }

    private static boolean hasManyValues(ColumnData column) {
        return column.distinct()
                        .value()
                        .orElseThrow(() -> new NotKnownException(
                                "it is not known how many different values there are, which decides how to bin them"))
                > FEW_VALUES;
    }
}
