package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.SortedNumbers;
import io.plumbline.measures.column.Tally;

/**
 * How NannyML 0.13 measures from 10,000 reference values on: over 10,000 bins of equal width from the reference's least to its greatest
 * value. Below that number, and where the reference spans too little to be cut, it is exact.
 */
final class ReferenceBins {
    private static final int FROM = 10_000;
    private static final int BINS = 10_000;

    private final Samples samples;
    private final Edges edges;
    private final EdgeCounts reference;
    private final EdgeCounts current;

    private ReferenceBins(Samples samples, double least, double greatest) {
        this.samples = samples;
        this.edges = Edges.equalWidth(least, greatest, BINS);
        this.reference = counts(samples.reference());
        this.current = counts(samples.current());
    }

    static Outcome kolmogorovSmirnov(MeasureDefinition definition, Samples samples) {
        double[] reference = samples.reference();
        double least = reference[0];
        double greatest = reference[reference.length - 1];
        return isBinned(samples, least, greatest)
                ? binned(samples.score(definition, new ReferenceBins(samples, least, greatest).largestGap()))
                : samples.score(definition, CumulativeGap.largest(samples)).with("calculation", "exact");
    }

    static Outcome wasserstein(MeasureDefinition definition, Samples samples) {
        double[] reference = samples.reference();
        // a single value is given a bin of width one around it, as numpy's histogram does
        double margin = reference[0] == reference[reference.length - 1] ? 0.5 : 0;
        double least = reference[0] - margin;
        double greatest = reference[reference.length - 1] + margin;
        return isBinned(samples, least, greatest)
                ? binned(samples.score(definition, new ReferenceBins(samples, least, greatest).area()))
                : samples.score(definition, CumulativeGap.area(samples)).with("calculation", "exact");
    }

    private static Score binned(Score score) {
        return score.with("calculation", "estimated").with("bins", BINS);
    }

    private static boolean isBinned(Samples samples, double least, double greatest) {
        double width = (greatest - least) / BINS;
        double grain = Math.ulp(Math.max(Math.abs(least), Math.abs(greatest)));
        return samples.referenceCount() >= FROM && Double.isFinite(width) && width > 2 * grain;
    }

    private EdgeCounts counts(double[] sorted) {
        Tally tally = new Tally(sorted.length, 0, 0, 0, 0, 0);
        return SortedNumbers.of(ColumnType.NUMBER, tally, sorted, Moments.NONE).countsOver(edges);
    }

    private double largestGap() {
        double largest = 0;
        double referenceShare = 0;
        double currentShare = current.below() / samples.currentCount();
        for (int bin = 0; bin < BINS; bin++) {
            referenceShare += reference.counts()[bin] / samples.referenceCount();
            currentShare += current.counts()[bin] / samples.currentCount();
            largest = Math.max(largest, Math.abs(referenceShare - currentShare));
        }
        return largest;
    }

    private double area() {
        double width = edges.edge(1) - edges.edge(0);
        double referenceShare = 0;
        // one value more than there are below, which is NannyML's bias
        double currentShare = current.below() > 0 ? (current.below() + 1) / samples.currentCount() : 0;
        double within = 0;
        for (int bin = 0; bin < BINS; bin++) {
            referenceShare += reference.counts()[bin] / samples.referenceCount();
            currentShare += current.counts()[bin] / samples.currentCount();
            within += Math.abs(referenceShare - currentShare) * width;
        }
        return within + tails();
    }

    /** The mean way from the values outside of the edges to the nearer edge. */
    private double tails() {
        double tails = 0;
        for (double value : samples.current()) {
            tails += Math.max(0, edges.first() - value) + Math.max(0, value - edges.last());
        }
        return tails / samples.currentCount();
    }
}
