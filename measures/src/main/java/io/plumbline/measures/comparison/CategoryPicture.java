package io.plumbline.measures.comparison;

import io.plumbline.measures.column.CategoryCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The most frequent categories of two columns, and the rest as one. */
final class CategoryPicture {
    /** How many categories are drawn by name. */
    static final int MOST_BARS = 15;

    private static final String REST = "other";

    private CategoryPicture() {}

    static Picture of(CategoryCounts reference, CategoryCounts current) {
        List<String> labels = mostFrequent(reference, current);
        List<Double> before = shares(reference, labels);
        List<Double> now = shares(current, labels);
        if (covers(reference, labels) && covers(current, labels)) {
            return new Picture(labels, List.of(), before, now);
        }
        return new Picture(
                with(labels, REST), List.of(), with(before, rest(reference, labels)), with(now, rest(current, labels)));
    }

    /** By the sum of both shares, so that a small data set is drawn as well as a large one. */
    private static List<String> mostFrequent(CategoryCounts reference, CategoryCounts current) {
        TreeSet<String> categories = new TreeSet<>(reference.counts().keySet());
        categories.addAll(current.counts().keySet());
        // a total is a walk over all categories, so it is taken once and not at each comparison
        long before = reference.total();
        long now = current.total();
        Comparator<String> byShare = Comparator.comparingDouble(
                category -> share(reference.count(category), before) + share(current.count(category), now));
        return categories.stream()
                .sorted(byShare.reversed().thenComparing(Comparator.naturalOrder()))
                .limit(MOST_BARS)
                .toList();
    }

    private static List<Double> shares(CategoryCounts counts, List<String> labels) {
        long total = counts.total();
        return labels.stream().map(label -> share(counts.count(label), total)).toList();
    }

    private static double share(long rows, long total) {
        return total == 0 ? 0 : (double) rows / total;
    }

    private static boolean covers(CategoryCounts counts, List<String> labels) {
        return rows(counts, labels) == counts.total();
    }

    private static double rest(CategoryCounts counts, List<String> labels) {
        return share(counts.total() - rows(counts, labels), counts.total());
    }

    private static long rows(CategoryCounts counts, List<String> labels) {
        return labels.stream().mapToLong(counts::count).sum();
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
