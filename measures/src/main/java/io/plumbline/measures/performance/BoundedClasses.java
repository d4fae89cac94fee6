package io.plumbline.measures.performance;

import io.plumbline.measures.column.TextHash;
import io.plumbline.measures.summary.Cell;
import io.plumbline.measures.summary.Mass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Keeps the classes with the smallest hashes and folds all others into one, which depends on the rows alone: a class that was folded once has
 * enough smaller ones before it in every larger set of rows.
 *
 * <p>In the cells a class c is {@code =c}; {@code *} is any other class, {@code *=} as a prediction the same other class as the label, and
 * {@code -} no prediction.
 */
final class BoundedClasses {
    static final String OTHER = "*";
    static final String SAME_OTHER = "*=";
    static final String UNPREDICTED = "-";
    private static final String KEPT = "=";
    private static final Comparator<String> BY_HASH = Comparator.<String>comparingLong(
                    text -> TextHash.of(text) ^ Long.MIN_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private BoundedClasses() {}

    static String nameOf(String className) {
        return KEPT + className;
    }

    static String classOf(String name) {
        return name.substring(KEPT.length());
    }

    /** The classes of these cells by name, without those that were folded. */
    static List<String> classes(Set<Cell> cells) {
        return cells.stream()
                .flatMap(cell -> Stream.of(cell.row(), cell.column()))
                .filter(name -> name.startsWith(KEPT))
                .map(BoundedClasses::classOf)
                .distinct()
                .sorted()
                .toList();
    }

    /** The same cells with at most so many classes. */
    static SortedMap<Cell, Mass> bounded(Map<Cell, Mass> cells, int limit) {
        TreeSet<String> byHash = new TreeSet<>(BY_HASH);
        byHash.addAll(classes(cells.keySet()));
        Set<String> kept = new TreeSet<>();
        byHash.stream().limit(limit).forEach(className -> kept.add(nameOf(className)));
        SortedMap<Cell, Mass> folded = new TreeMap<>();
        cells.forEach((cell, mass) -> folded.merge(folded(cell, kept), mass, Mass::plus));
        return folded;
    }

    private static Cell folded(Cell cell, Set<String> kept) {
        boolean sameDropped = cell.row().equals(cell.column()) && isDropped(cell.row(), kept);
        return new Cell(
                isDropped(cell.row(), kept) ? OTHER : cell.row(),
                sameDropped ? SAME_OTHER : isDropped(cell.column(), kept) ? OTHER : cell.column());
    }

    private static boolean isDropped(String name, Set<String> kept) {
        return name.startsWith(KEPT) && !kept.contains(name);
    }
}
