package io.plumbline.measures.binning;

import io.plumbline.measures.column.ColumnData;
import io.plumbline.measures.column.Edges;
import java.util.Arrays;
import java.util.function.BiFunction;

/** The rules by which edges are laid. Those that numpy has give the edges that numpy gives, to the last digit. */
public final class EdgePolicies {
    private static final double LOG_2 = Math.log(2);

    private EdgePolicies() {}

    /** So many bins of equal width over the reference's range. */
    public static EdgePolicy equalWidthOfReference(int bins) {
        return named(
                bins + " of equal width over the reference",
                (reference, current) -> Span.of(reference).cut(bins));
    }

    /** So many bins of equal width over the range of both columns. */
    public static EdgePolicy equalWidthOfBoth(int bins) {
        return named(
                bins + " of equal width over both",
                (reference, current) -> Span.ofBoth(reference, current).cut(bins));
    }

    /** Sturges' rule over the reference: ⌈log2(n) + 1⌉ bins of equal width. */
    public static EdgePolicy sturgesOfReference() {
        return named("sturges over the reference", (reference, current) -> sturges(Span.of(reference)));
    }

    /** Sturges' rule over both columns. Bins of integers are at least 1 wide, as numpy 2 has it. */
    public static EdgePolicy sturgesOfBoth() {
        return named("sturges over both", (reference, current) -> sturges(Span.ofBoth(reference, current)));
    }

    /** Sturges' rule over the different values of both columns, each taken once; needs the values. */
    public static EdgePolicy sturgesOfDistinctValues() {
        return named(
                "sturges over the distinct values of both",
                (reference, current) ->
                        sturges(Span.ofBoth(reference, current).withCount(distinctOfBoth(reference, current))));
    }

    /** Doane's rule over the reference, which allows for skewness; needs the reference's values. */
    public static EdgePolicy doane() {
        return named("doane over the reference", (reference, current) -> doane(reference));
    }

    /** Freedman and Diaconis' rule over the reference, bins of width 2·IQR·n^(-1/3), but at most so many. */
    public static EdgePolicy freedmanDiaconis(int atMost) {
        return named(
                "freedman-diaconis over the reference, at most " + atMost,
                (reference, current) -> freedmanDiaconis(reference, atMost));
    }

    /**
     * Bins between which the reference's values divide evenly, so that each holds 1/{@code bins} of them. Quantiles that fall
     * together give one edge; a value that is the smallest or largest and a quantile too gets a bin that begins at it.
     */
    public static EdgePolicy quantiles(int bins) {
        return named(bins + " quantiles of the reference", (reference, current) -> quantiles(reference, bins));
    }

    /**
     * The rule of whylogs over both columns: a bin for four values, at least 2 and at most 30, of equal width from the smallest value
     * to just above the largest.
     */
    public static EdgePolicy whylogs() {
        return named("whylogs over both", (reference, current) -> whylogs(Span.ofBoth(reference, current)));
    }

    /** The edges over which a profile was counted. */
    public static EdgePolicy ofProfile(Edges edges) {
        return named("edges of the reference's profile", (reference, current) -> edges);
    }

    /** These edges. */
    public static EdgePolicy explicit(Edges edges) {
        return named("explicit", (reference, current) -> edges);
    }

    private static EdgePolicy named(String name, BiFunction<ColumnData, ColumnData, Edges> rule) {
        return new Named(name, rule);
    }

    private static Edges sturges(Span span) {
        return span.cut(span.binsOfWidth(span.range() / (log2(span.count()) + 1.0)));
    }

    private static Edges doane(ColumnData reference) {
        Span span = Span.of(reference);
        return span.cut(span.binsOfWidth(doaneWidth(reference, span)));
    }

    private static double doaneWidth(ColumnData reference, Span span) {
        double n = span.count();
        double deviation = reference.moments().standardDeviation();
        if (n <= 2 || !(deviation > 0)) {
            return 0;
        }
        double skewness = Math.abs(skewness(reference, deviation));
        double skewnessError = Math.sqrt(6.0 * (n - 2) / ((n + 1.0) * (n + 3)));
        return span.range() / (1.0 + log2(n) + log2(1.0 + skewness / skewnessError));
    }

    private static double skewness(ColumnData column, double deviation) {
        double mean = column.moments().mean();
        return Arrays.stream(column.sortedValues())
                .map(x -> (x - mean) / deviation)
                .map(z -> z * z * z)
                .average()
                .orElse(0);
    }

    private static Edges freedmanDiaconis(ColumnData reference, int atMost) {
        Span span = Span.of(reference);
        double interquartileRange = reference.quantile(0.75) - reference.quantile(0.25);
        double width = 2.0 * interquartileRange * Math.pow(span.count(), -1.0 / 3.0);
        return span.cut(Math.min(atMost, span.binsOfWidth(width)));
    }

    private static Edges quantiles(ColumnData reference, int bins) {
        double[] inner = new double[bins - 1];
        for (int i = 1; i < bins; i++) {
            // -0.0 and 0.0 are one edge
            inner[i - 1] = reference.quantile((double) i / bins) + 0.0;
        }
        return enclose(Arrays.stream(inner).sorted().distinct().toArray(), reference);
    }

    /** Adds the outer edges, which no inner one may coincide with. */
    private static Edges enclose(double[] inner, ColumnData reference) {
        double[] edges = new double[inner.length + 2];
        System.arraycopy(inner, 0, edges, 1, inner.length);
        edges[0] = Math.min(reference.moments().min(), Math.nextDown(inner[0]));
        edges[edges.length - 1] = Math.max(reference.moments().max(), Math.nextUp(inner[inner.length - 1]));
        return checked(edges);
    }

    /** Edges that were laid by a rule, which must not fail the caller as a mistake of his would. */
    static Edges checked(double... edges) {
        try {
            return Edges.of(edges);
        } catch (IllegalArgumentException e) {
            throw new BinningException("no bins can be laid: " + e.getMessage(), e);
        }
    }

    private static Edges whylogs(Span span) {
        double aboveMax = span.max() + (span.max() == 0 ? 1e-7 : Math.abs(span.max()) * 1e-7);
        int bins = (int) Math.max(2, Math.min(30, Math.ceil(span.count() / 4)));
        return new Span(span.count(), span.min(), aboveMax, false).cut(bins);
    }

    private static double distinctOfBoth(ColumnData reference, ColumnData current) {
        double[] left = reference.sortedValues();
        double[] right = current.sortedValues();
        int distinct = 0;
        for (int i = 0, j = 0; i < left.length || j < right.length; distinct++) {
            double next = nextOf(left, i, right, j);
            i = firstAfter(left, i, next);
            j = firstAfter(right, j, next);
        }
        return distinct;
    }

    private static double nextOf(double[] left, int i, double[] right, int j) {
        double leftNext = i < left.length ? left[i] : Double.POSITIVE_INFINITY;
        double rightNext = j < right.length ? right[j] : Double.POSITIVE_INFINITY;
        return Math.min(leftNext, rightNext);
    }

    private static int firstAfter(double[] sorted, int from, double value) {
        int i = from;
        while (i < sorted.length && sorted[i] <= value) {
            i++;
        }
        return i;
    }

    /** Exact for powers of two, on which the number of bins turns. */
    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        return exponent + Math.log(Math.scalb(x, -exponent)) / LOG_2;
    }

    private record Named(String name, BiFunction<ColumnData, ColumnData, Edges> rule) implements EdgePolicy {
        @Override
        public Edges edges(ColumnData reference, ColumnData current) {
            return rule.apply(reference, current);
        }
    }
}
