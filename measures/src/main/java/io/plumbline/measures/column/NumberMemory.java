package io.plumbline.measures.column;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Large arrays that go from one column to the next: to have new ones for each column takes longer than to count their values. Holds as
 * many as were in use at once. Safe for use by several threads.
 */
public final class NumberMemory {
    private final Queue<double[]> numbers = new ConcurrentLinkedQueue<>();
    private final Queue<char[]> places = new ConcurrentLinkedQueue<>();

    /** An array of at least this length, of any content. */
    double[] numbers(int length) {
        double @Nullable [] kept = numbers.poll();
        return kept != null && kept.length >= length ? kept : new double[length];
    }

    /** An array of at least this length, of any content. */
    char[] places(int length) {
        char @Nullable [] kept = places.poll();
        return kept != null && kept.length >= length ? kept : new char[length];
    }

    /** Takes back an array that is not used any more. */
    void giveBack(double[] used) {
        numbers.add(used);
    }

    /** Takes back an array that is not used any more. */
    void giveBack(char[] used) {
        places.add(used);
    }
}
