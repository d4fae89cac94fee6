package io.plumbline.measures.summary;

import io.plumbline.measures.exact.Dyadic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts rows by score and label, in bounded memory. Not safe for use by several threads. */
public final class ScoreTableBuilder {
    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;
    /** A quiet NaN marks a slot that is free: NaN is no score. */
    private static final double FREE = Double.NaN;

    private final ScoreGrid grid;
    private final int limit;
    private boolean exact = true;
    private int used;
    private double[] keys = free(64);
    /** For each slot, rows of negative and of positive label. */
    private long[] rows = new long[2 * keys.length];
    /** For each slot, the weights of the same rows less one for each; empty where every weight is 1. */
    private Dyadic[] excess = new Dyadic[0];

    /**
     * Starts an empty table.
     *
     * @param limit how many different scores are kept at most
     */
    public ScoreTableBuilder(ScoreGrid grid, int limit) {
        this.grid = grid;
        this.limit = limit;
    }

    private static double[] free(int slots) {
        double[] keys = new double[slots];
        Arrays.fill(keys, FREE);
        return keys;
    }

    /** Adds a row of weight 1; the score is a number. */
    public void add(double score, boolean positive) {
        // finding the slot may make new ones
        int place = 2 * slotOfScore(score) + (positive ? 1 : 0);
        rows[place]++;
    }

    /** Adds a row; the score is a number and the weight finite and not negative. */
    public void add(double score, boolean positive, double weight) {
        add(slotOfScore(score), positive ? 1 : 0, new Mass(1, Dyadic.exactly(weight)));
    }

    /** Adds the rows of a table of the same grid and limit. */
    void addAll(ScoreTable table) {
        if (!table.isExact() && exact) {
            toBins();
        }
        for (ScoreTable.Entry entry : table.entries()) {
            int slot = table.isExact() ? slotOfScore(entry.key()) : slotOf(entry.key());
            add(slot, 0, entry.negatives());
            add(slot, 1, entry.positives());
        }
    }

    private void add(int slot, int side, Mass mass) {
        int place = 2 * slot + side;
        rows[place] += mass.rows();
        Dyadic more = mass.weight().minus(Dyadic.of(mass.rows()));
        if (more.significand().signum() != 0) {
            excess = excess.length == 0 ? zeros(rows.length) : excess;
            excess[place] = excess[place].plus(more);
        }
    }

    private static Dyadic[] zeros(int size) {
        Dyadic[] zeros = new Dyadic[size];
        Arrays.fill(zeros, Dyadic.ZERO);
        return zeros;
    }

    private int slotOfScore(double score) {
        if (!exact) {
            return slotOf(grid.binOf(score));
        }
        // -0.0 and 0.0 are one score
        int slot = slotOf(score + 0.0);
        if (used <= limit) {
            return slot;
        }
        toBins();
        return slotOf(grid.binOf(score));
    }

    private int slotOf(double key) {
        int slot = search(key);
        if (keys[slot] == key) {
            return slot;
        }
        if (2 * (used + 1) > keys.length) {
            rehash(2 * keys.length, exact);
            slot = search(key);
        }
        keys[slot] = key;
        used++;
        return slot;
    }

    private int search(double key) {
        int mask = keys.length - 1;
        // the highest bits: of a double that is a small whole number, as bins are, the lower ones are all zero
        int slot = (int) ((Double.doubleToRawLongBits(key) * SCATTER) >>> Long.numberOfLeadingZeros(mask));
        while (keys[slot] != key && !Double.isNaN(keys[slot])) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void toBins() {
        rehash(64, false);
    }

    /** Moves all into new slots, by score or, from now on, by bin. */
    private void rehash(int slots, boolean byScore) {
        List<ScoreTable.Entry> entries = entries();
        boolean toBins = exact && !byScore;
        exact = byScore;
        used = 0;
        keys = free(slots);
        rows = new long[2 * slots];
        excess = new Dyadic[0];
        for (ScoreTable.Entry entry : entries) {
            int slot = slotOf(toBins ? grid.binOf(entry.key()) : entry.key());
            add(slot, 0, entry.negatives());
            add(slot, 1, entry.positives());
        }
    }

    private List<ScoreTable.Entry> entries() {
        List<ScoreTable.Entry> entries = new ArrayList<>(used);
        double[] ascending =
                Arrays.stream(keys).filter(key -> !Double.isNaN(key)).sorted().toArray();
        for (double key : ascending) {
            int slot = search(key);
            if (rows[2 * slot] + rows[2 * slot + 1] > 0) {
                entries.add(new ScoreTable.Entry(key, mass(2 * slot), mass(2 * slot + 1)));
            }
        }
        return entries;
    }

    private Mass mass(int place) {
        Mass counted = Mass.of(rows[place]);
        return excess.length == 0
                ? counted
                : new Mass(counted.rows(), counted.weight().plus(excess[place]));
    }

    /** The table of what was added so far; adding more does not change it. */
    public ScoreTable build() {
        return new ScoreTable(grid, limit, exact, entries());
    }
}
