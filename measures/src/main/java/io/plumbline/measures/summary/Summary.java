package io.plumbline.measures.summary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What is known of rows of several columns: a commutative monoid whose neutral element has no rows. However rows are ordered, cut and
 * merged, the bytes and the {@link #digest()} are the same.
 *
 * @param kind what the rows were summed for, such as {@code binary}
 * @param settings what it depends on besides the rows; only summaries of equal kind and settings can be merged
 * @param counts rows by what is to be counted apart; what occurs in no row is not named
 * @param moments sums of numbers taken of each row, by the number's name
 * @param cells rows by what they agree in
 * @param scores rows by score and label, by the score's name; {@value #SCORE} where there is one kind of score only
 */
public record Summary(
        String kind,
        SortedMap<String, String> settings,
        SortedMap<String, Long> counts,
        SortedMap<String, Moment> moments,
        SortedMap<Cell, Mass> cells,
        SortedMap<String, ScoreTable> scores) {
    /** The name of the only score. */
    public static final String SCORE = "";

    /** Keeps unmodifiable copies without what is empty. */
    public Summary {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        counts = without(counts, 0L);
        moments = without(moments, Moment.NONE);
        cells = without(cells, Mass.NONE);
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }

    private static <K, V> SortedMap<K, V> without(SortedMap<K, V> map, V neutral) {
        SortedMap<K, V> copy = new TreeMap<>(map);
        copy.values().removeIf(neutral::equals);
        return Collections.unmodifiableSortedMap(copy);
    }

    /** The rows counted under this name. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** The sums of the number of this name. */
    public Moment moment(String name) {
        return moments.getOrDefault(name, Moment.NONE);
    }

    /** The rows that agree in this. */
    public Mass cell(String row, String column) {
        return cells.getOrDefault(new Cell(row, column), Mass.NONE);
    }

    /**
     * The rows by the score of this name.
     *
     * @throws IllegalArgumentException where there is no such score
     */
    public ScoreTable table(String name) {
        ScoreTable table = scores.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no score of the name '" + name + "'");
        }
        return table;
    }

    /** The same with other cells. */
    public Summary withCells(SortedMap<Cell, Mass> newCells) {
        return new Summary(kind, settings, counts, moments, newCells, scores);
    }

    /**
     * Of the rows of both.
     *
     * @throws IllegalArgumentException that says what differs, unless kind, settings and names of scores are equal
     */
    public Summary merge(Summary other) {
        return mergeAll(List.of(other));
    }

    /**
     * Of the rows of all, as if they were merged one after the other, which takes longer.
     *
     * @throws IllegalArgumentException as {@link #merge}
     */
    public Summary mergeAll(List<Summary> others) {
        SortedMap<String, Long> allCounts = new TreeMap<>(counts);
        SortedMap<String, Moment> allMoments = new TreeMap<>(moments);
        SortedMap<Cell, Mass> allCells = new TreeMap<>(cells);
        for (Summary other : others) {
            requireAlike("kinds", kind, other.kind);
            requireAlike("settings", settings, other.settings);
            requireAlike("scores", scores.keySet(), other.scores.keySet());
            add(allCounts, other.counts, Long::sum);
            add(allMoments, other.moments, Moment::plus);
            add(allCells, other.cells, Mass::plus);
        }
        SortedMap<String, ScoreTable> allScores = new TreeMap<>(scores);
        allScores.replaceAll((name, table) ->
                table.mergeAll(others.stream().map(other -> other.table(name)).toList()));
        return new Summary(kind, settings, allCounts, allMoments, allCells, allScores);
    }

    private static void requireAlike(String what, Object here, Object there) {
        if (!here.equals(there)) {
            throw new IllegalArgumentException(
                    "summaries of different " + what + " cannot be merged: " + here + " and " + there);
        }
    }

    private static <K, V> void add(SortedMap<K, V> sums, Map<K, V> more, BinaryOperator<V> plus) {
        more.forEach((key, value) -> sums.merge(key, value, plus));
    }

    /** The bytes, in the format of {@link SummaryFormat}. */
    public byte[] toBytes() {
        return SummaryFormat.write(this);
    }

    /**
     * A summary from its bytes.
     *
     * @throws io.plumbline.measures.profile.ProfileFormatException where the bytes are none, are damaged or are of a later version
     */
    public static Summary of(byte[] bytes) {
        return SummaryFormat.read(bytes);
    }

    /** SHA-256 of the bytes, in hex: equal for equal rows. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
