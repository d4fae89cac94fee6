package io.plumbline.store.records;

import java.util.TreeSet;

/** The number up to which all frames of the log are settled: in files, or of no use any more. */
final class LowWater {
    private final TreeSet<Long> above = new TreeSet<>();
    private long mark;

    LowWater(long consumed) {
        mark = consumed;
    }

    /** A frame is settled. */
    synchronized void settle(long sequence) {
        above.add(sequence);
        while (!above.isEmpty() && above.getFirst() <= mark + 1) {
            mark = Math.max(mark, above.removeFirst());
        }
    }

    /** All frames between these two, both left out, are settled: they were lost. */
    synchronized void settleBetween(long sequence, long later) {
        for (long lost = sequence + 1; lost < later; lost++) {
            settle(lost);
        }
    }

    /** All frames up to this one are settled. */
    synchronized long mark() {
        return mark;
    }
}
