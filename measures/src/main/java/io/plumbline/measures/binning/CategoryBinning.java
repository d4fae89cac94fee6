package io.plumbline.measures.binning;

import io.plumbline.measures.column.CategoryCounts;
import io.plumbline.measures.column.ColumnData;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts columns by their values, each a bin, or several values one bin. Numeric columns can be counted so where their values are
 * known. Bins come in the order of their values' text, those for other and for new values last; one that is empty on both sides is
 * left out.
 */
public final class CategoryBinning implements Binning {
    private final String name;
    private final Grouping grouping;
    private final double leastOther;

    private CategoryBinning(String name, Grouping grouping, double leastOther) {
        this.name = name;
        this.grouping = grouping;
        this.leastOther = leastOther;
    }

    private CategoryBinning(String name, Grouping grouping) {
        this(name, grouping, 0);
    }

    /** Each value that either column has is a bin. */
    public static CategoryBinning union() {
        return new CategoryBinning("values of both", reference -> value -> Bin.of(value));
    }

    /** Each value of the reference is a bin, and all values that it does not have are one more. */
    public static CategoryBinning referenceAndNew() {
        return new CategoryBinning(
                "values of the reference, and new ones together",
                reference -> value -> reference.counts().containsKey(value) ? Bin.of(value) : Bin.NEW);
    }

    /**
     * The most frequent values of the reference are a bin each, ties broken by their text; its other values are one bin, and the
     * values that it does not have one more.
     */
    public static CategoryBinning top(int most) {
        return new CategoryBinning(
                "top " + most + " values of the reference, others and new ones together", reference -> {
                    Set<String> top = mostFrequent(reference, most);
                    return value -> top.contains(value)
                            ? Bin.of(value)
                            : reference.counts().containsKey(value) ? Bin.OTHER : Bin.NEW;
                });
    }

    /**
     * Values with at least this share of the reference are a bin each, all others are one bin, which is left out with its rows where it
     * does not have more than this share of either column.
     */
    public static CategoryBinning mergingBelow(double share) {
        Grouping grouping = reference -> {
            double least = share * reference.total();
            return value -> reference.count(value) >= least ? Bin.of(value) : Bin.OTHER;
        };
        return new CategoryBinning(
                "values with at least " + share + " of the reference, others together", grouping, share);
    }

    private static Set<String> mostFrequent(CategoryCounts counts, int most) {
        return counts.counts().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public AlignedCounts align(ColumnData reference, ColumnData current) {
        CategoryCounts before = reference.categories();
        CategoryCounts now = current.categories();
        Map<Bin, double[]> bins = count(before, now);
        double[] referenceCounts =
                bins.values().stream().mapToDouble(side -> side[0]).toArray();
        double[] currentCounts =
                bins.values().stream().mapToDouble(side -> side[1]).toArray();
        return new AlignedCounts(referenceCounts, currentCounts, errorShare(before, now), parameters(bins.size()));
    }

    private Map<Bin, double[]> count(CategoryCounts before, CategoryCounts now) {
        Grouping.Group group = grouping.by(before);
        Map<Bin, double[]> bins = new TreeMap<>();
        before.counts().forEach((value, rows) -> sides(bins, group.of(value))[0] += rows);
        now.counts().forEach((value, rows) -> sides(bins, group.of(value))[1] += rows);
        sides(bins, Bin.OTHER)[0] += before.other();
        sides(bins, Bin.OTHER)[1] += now.other();
        bins.entrySet().removeIf(bin -> !isKept(bin, before, now));
        return bins;
    }

    private boolean isKept(Map.Entry<Bin, double[]> bin, CategoryCounts before, CategoryCounts now) {
        double least = bin.getKey().equals(Bin.OTHER) ? leastOther : 0;
        return bin.getValue()[0] > least * before.total() || bin.getValue()[1] > least * now.total();
    }

    private static double[] sides(Map<Bin, double[]> bins, Bin bin) {
        return bins.computeIfAbsent(bin, added -> new double[2]);
    }

    /**
     * A value that one side kept may be among the other side's rows that were not kept. It matters only where it is missing there, and
     * then at most all of those rows are in the wrong bin.
     */
    private static double errorShare(CategoryCounts before, CategoryCounts now) {
        return Math.max(unknownShare(before, now), unknownShare(now, before));
    }

    private static double unknownShare(CategoryCounts side, CategoryCounts opposite) {
        boolean matters = !side.counts().keySet().containsAll(opposite.counts().keySet()) || !opposite.isComplete();
        return matters && !side.isComplete() ? (double) side.other() / side.total() : 0;
    }

    private Map<String, Object> parameters(int bins) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("binning", name);
        parameters.put("bins", bins);
        return parameters;
    }

    /** Puts values into bins by what the reference holds. */
    @FunctionalInterface
    private interface Grouping {
        Group by(CategoryCounts reference);

        /** The bin of a value. */
        @FunctionalInterface
        interface Group {
            Bin of(String value);
        }
    }

    /** A bin: the rank keeps values apart from the bins that only bear such a name. */
    private record Bin(int rank, String value) implements Comparable<Bin> {
        static final Bin OTHER = new Bin(1, "other");
        static final Bin NEW = new Bin(2, "new");

        static Bin of(String value) {
            return new Bin(0, value);
        }

        @Override
        public int compareTo(Bin that) {
            return rank != that.rank ? Integer.compare(rank, that.rank) : value.compareTo(that.value);
        }
    }
}
