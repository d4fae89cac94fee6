package io.plumbline.measures.summary;

import java.util.List;

/**
 * How many rows of each label have which score: by every score while there are at most {@code limit} different ones, beyond that by bin of
 * a grid. Which of both depends on the rows alone. Immutable and safe for use by several threads.
 */
public final class ScoreTable {
    private final ScoreGrid grid;
    private final int limit;
    private final boolean exact;
    private final List<Entry> entries;

    ScoreTable(ScoreGrid grid, int limit, boolean exact, List<Entry> entries) {
        this.grid = grid;
        this.limit = limit;
        this.exact = exact;
        this.entries = List.copyOf(entries);
    }

    /**
     * The rows of one score or of one bin.
     *
     * @param key the score, never -0.0, or the number of the bin
     * @param negatives rows whose label is negative
     * @param positives rows whose label is positive
     */
    record Entry(double key, Mass negatives, Mass positives) {}

    /** The bins that are taken where there are too many scores. */
    public ScoreGrid grid() {
        return grid;
    }

    /** How many different scores are kept at most. */
    public int limit() {
        return limit;
    }

    /** Whether every score is known. */
    public boolean isExact() {
        return exact;
    }

    /** By ascending key. */
    List<Entry> entries() {
        return entries;
    }

    /** Of the rows of all, which have the same grid and limit. */
    ScoreTable mergeAll(List<ScoreTable> others) {
        ScoreTableBuilder all = new ScoreTableBuilder(grid, limit);
        all.addAll(this);
        others.forEach(all::addAll);
        return all.build();
    }

    /** The scores from the highest to the lowest. */
    public ScoreGroups groups() {
        int size = entries.size();
        double[][] columns = new double[4][size];
        for (int i = 0; i < size; i++) {
            Entry entry = entries.get(size - 1 - i);
            columns[0][i] = exact ? entry.key() : grid.lowerEdge((int) entry.key());
            columns[1][i] = exact ? entry.key() : grid.edge((int) entry.key());
            columns[2][i] = entry.negatives().total();
            columns[3][i] = entry.positives().total();
        }
        return new ScoreGroups(exact, columns[0], columns[1], columns[2], columns[3]);
    }

    /** Rows of a negative label. */
    public Mass negatives() {
        return entries.stream().map(Entry::negatives).reduce(Mass.NONE, Mass::plus);
    }

    /** Rows of a positive label. */
    public Mass positives() {
        return entries.stream().map(Entry::positives).reduce(Mass.NONE, Mass::plus);
    }
}
