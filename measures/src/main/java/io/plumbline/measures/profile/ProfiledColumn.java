package io.plumbline.measures.profile;

import io.plumbline.measures.column.CategoryCounter;
import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.ColumnType;
import io.plumbline.measures.column.EdgeCounts;
import io.plumbline.measures.column.Edges;
import io.plumbline.measures.column.Moments;
import io.plumbline.measures.column.NotKnownException;
import io.plumbline.measures.column.Tally;
import java.util.List;
import java.util.Optional;

/**
 * A column of which a profile is known. Answers are exact where the exact part has them, and come from a sketch otherwise, which they
 * say. Safe for use by several threads.
 */
public final class ProfiledColumn implements ColumnData {
    private final Profile profile;
    private final Optional<CountedValues> counted;

    ProfiledColumn(Profile profile) {
        this.profile = profile;
        counted = profile.exact()
                .numbers()
                .flatMap(NumberSummary::values)
                .map(values -> new CountedValues(profile.spec().type(), values));
    }

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    @Override
    public ColumnType type() {
        return profile.spec().type();
    }

    @Override
    public Tally tally() {
        return profile.tally();
    }

    @Override
    public Moments moments() {
        NumberSummary numbers = numbers("moments");
        if (numbers.sums().count() == 0) {
            return Moments.NONE;
        }
        return new Moments(
                numbers.sums().count(),
                Ordinal.toDouble(type(), numbers.min()),
                Ordinal.toDouble(type(), numbers.max()),
                numbers.sums().mean(),
                numbers.sums().variance());
    }

    @Override
    public DistinctCount distinct() {
        Optional<DistinctCount> exact = counted.map(values -> DistinctCount.exactly(values.distinct()));
        return exact.or(() -> ofCategories().filter(DistinctCount::exact))
                .or(this::sketchedDistinct)
                .or(this::ofCategories)
                .orElse(DistinctCount.UNKNOWN);
    }

    private Optional<DistinctCount> ofCategories() {
        return profile.exact().categories().map(counts -> {
            CategoryCounter counter = new CategoryCounter(profile.spec().maxCategories());
            counter.addAll(counts);
            return counter.distinct();
        });
    }

    private Optional<DistinctCount> sketchedDistinct() {
        return profile.sketches().distinct().map(sketch -> DistinctCount.about(Math.round(sketch.estimate())));
    }

    @Override
    public EdgeCounts countsOver(Edges edges) {
        List<Long> binCounts = numbers("bins").binCounts();
        if (profile.spec().edges().equals(Optional.of(edges))) {
            return stored(edges, binCounts);
        }
        return counted.map(values -> values.countsOver(edges))
                .or(() -> sketched().map(sketch -> estimated(edges, sketch)))
                .orElseThrow(() -> new NotKnownException("this profile has no counts over these edges and no quantile"
                        + " sketch to estimate them from: profile the data again with these edges or with a quantile sketch,"
                        + " or compare the data itself"));
    }

    private static EdgeCounts stored(Edges edges, List<Long> binCounts) {
        double[] counts = new double[edges.bins()];
        for (int bin = 0; bin < counts.length; bin++) {
            counts[bin] = binCounts.get(bin + 1);
        }
        return new EdgeCounts(edges, counts, binCounts.get(0), binCounts.get(counts.length + 1), 0);
    }

    private static EdgeCounts estimated(Edges edges, QuantileSketch sketch) {
        double total = sketch.count();
        double[] counts = new double[edges.bins()];
        double below = total * sketch.shareBelow(edges.first());
        double from = below;
        for (int bin = 0; bin < counts.length; bin++) {
            boolean last = bin == counts.length - 1;
            double to = total * (last ? sketch.shareUpTo(edges.last()) : sketch.shareBelow(edges.edge(bin + 1)));
            counts[bin] = to - from;
            from = to;
        }
        return new EdgeCounts(edges, counts, below, total - from, sketch.rankError());
    }

    @Override
    public Optional<Edges> countedEdges() {
        return profile.spec().edges();
    }

    @Override
    public double quantile(double rank) {
        NumberSummary numbers = numbers("quantiles");
        return counted.map(values -> values.quantile(rank))
                .or(() -> outermost(numbers, rank))
                .or(() -> sketched().map(sketch -> sketch.quantile(rank)))
                .orElseThrow(
                        () -> new NotKnownException("this profile has no quantile sketch: profile the data again with"
                                + " one, or compare the data itself"));
    }

    private Optional<Double> outermost(NumberSummary numbers, double rank) {
        if (rank == 0) {
            return Optional.of(Ordinal.toDouble(type(), numbers.min()));
        }
        return rank == 1 ? Optional.of(Ordinal.toDouble(type(), numbers.max())) : Optional.empty();
    }

    @Override
    public CategoryCounts categories() {
        return profile.exact()
                .categories()
                .or(() -> counted.map(CountedValues::categories))
                .orElseThrow(() -> new NotKnownException("this profile does not know how often each value occurs: the"
                        + " column has more than " + ValueTable.LIMIT + " different values; compare the data itself"));
    }

    /** The most frequent texts, where the profile has a sketch of them. */
    public Optional<FrequentItemsSketch> frequentItems() {
        return profile.sketches().frequentItems();
    }

    @Override
    public boolean hasValues() {
        return false;
    }

    @Override
    public double[] sortedValues() {
        throw new NotKnownException("a profile does not keep every value: compare the data itself");
    }

    /** Also 0 for columns that are not numeric; 1, so nothing is known of ranks, for a numeric column without a quantile sketch. */
    @Override
    public double rankError() {
        boolean exact = !type().isNumeric() || counted.isPresent();
        return exact ? 0 : sketched().map(QuantileSketch::rankError).orElse(1.0);
    }

    private NumberSummary numbers(String what) {
        return profile.exact()
                .numbers()
                .orElseThrow(() -> new NotKnownException("a " + type().label() + " column has no " + what));
    }

    private Optional<QuantileSketch> sketched() {
        return profile.sketches().quantiles();
    }
}
