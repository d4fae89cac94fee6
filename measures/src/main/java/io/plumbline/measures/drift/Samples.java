package io.plumbline.measures.drift;

import io.plumbline.measures.column.ColumnData;
import java.util.Arrays;

/**
 * The values of both sides.
 *
 * @param reference the reference's finite values, ascending; not written to
 * @param current the current finite values, ascending; not written to
 */
record Samples(double[] reference, double[] current) {

    static Samples of(ColumnData reference, ColumnData current) {
        return new Samples(reference.sortedValues(), current.sortedValues());
    }

    int referenceCount() {
        return reference.length;
    }

    int currentCount() {
        return current.length;
    }

    /** Both together. */
    long total() {
        return (long) reference.length + current.length;
    }

    /** The number of pairs of one value of either side. */
    double pairs() {
        return (double) reference.length * current.length;
    }

    int larger() {
        return Math.max(reference.length, current.length);
    }

    int smaller() {
        return Math.min(reference.length, current.length);
    }

    /** The values of the side that has fewer; the current ones where both have the same number. */
    double[] fewer() {
        return reference.length < current.length ? reference : current;
    }

    /** The values of the other side. */
    double[] more() {
        return reference.length < current.length ? current : reference;
    }

    double least() {
        return Math.min(reference[0], current[0]);
    }

    double greatest() {
        return Math.max(reference[reference.length - 1], current[current.length - 1]);
    }

    /** Whether all values of both sides are the same. */
    boolean isConstant() {
        return least() == greatest();
    }

    /** All values of both sides, ascending. */
    double[] pooled() {
        double[] pooled = Arrays.copyOf(reference, reference.length + current.length);
        System.arraycopy(current, 0, pooled, reference.length, current.length);
        Arrays.sort(pooled);
        return pooled;
    }

    /** A walk over the different values of both sides together. */
    MergeWalk walk() {
        return new MergeWalk(reference, current);
    }

    /** An exact score of these samples. */
    Score score(MeasureDefinition definition, double value) {
        return Score.exact(definition, value, reference.length, current.length);
    }
}
