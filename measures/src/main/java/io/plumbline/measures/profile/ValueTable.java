package io.plumbline.measures.profile;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts each value of a column of few different values; gives up, and forgets all, at one more than {@value #LIMIT}. Not safe for use
 * by several threads.
 */
final class ValueTable {
    /** How many different values are counted at most. */
    static final int LIMIT = 64;
    /** Four times the limit, so that a search seldom takes more than one step. */
    private static final int SLOTS = 256;

    private static final int SHIFT = 64 - 8;
    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

    private final long[] ordinals = new long[SLOTS];
    private final long[] counts = new long[SLOTS];
    private int distinct;

    /** Counts finite doubles. */
    void add(double[] values, int size) {
        for (int i = 0; i < size && distinct <= LIMIT; i++) {
            add(Ordinal.of(values[i]));
        }
    }

    /** Counts whole numbers. */
    void add(long[] values, int size) {
        for (int i = 0; i < size && distinct <= LIMIT; i++) {
            add(values[i]);
        }
    }

    private void add(long ordinal) {
        int slot = (int) ((ordinal * SCATTER) >>> SHIFT);
        while (counts[slot] != 0 && ordinals[slot] != ordinal) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (counts[slot]++ == 0) {
            ordinals[slot] = ordinal;
            distinct++;
        }
    }

    /** The count of each value by ordinal, or empty where there were too many values. */
    Optional<SortedMap<Long, Long>> values() {
        if (distinct > LIMIT) {
            return Optional.empty();
        }
        SortedMap<Long, Long> values = new TreeMap<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (counts[slot] != 0) {
                values.put(ordinals[slot], counts[slot]);
            }
        }
        return Optional.of(Collections.unmodifiableSortedMap(values));
    }

    /** The counts of both, or empty where that is too many values. */
    static Optional<SortedMap<Long, Long>> merge(
            Optional<SortedMap<Long, Long>> here, Optional<SortedMap<Long, Long>> there) {
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Long, Long> both = new TreeMap<>(here.get());
        there.get().forEach((ordinal, count) -> both.merge(ordinal, count, Long::sum));
        return both.size() > LIMIT ? Optional.empty() : Optional.of(Collections.unmodifiableSortedMap(both));
    }
}
