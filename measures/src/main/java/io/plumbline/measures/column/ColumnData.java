package io.plumbline.measures.column;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One column of one data set, as far as it is known: either all its values, or a profile of them. Measures see columns only through
 * this, so that the same measure works on a file and on stored profiles. Immutable and safe for use by several threads.
 */
public interface ColumnData {

    /** The type of the values. */
    ColumnType type();

    /** Every row, by kind. {@link Tally#values()} is the sample size of a measure. */
    Tally tally();

    /** Smallest, largest, mean and spread of the finite values of a numeric column. Fails for other types. */
    Moments moments();

    /** The number of different values, exact or estimated; empty where it is not known. */
    DistinctCount distinct();

    /**
     * Counts the finite values of a numeric column over the given edges. Exact where the values, or counts over the same edges, are
     * known; otherwise estimated from a sketch, and the answer says so.
     *
     * @throws NotKnownException where neither values nor counts nor a sketch is known
     */
    EdgeCounts countsOver(Edges edges);

    /**
     * The quantile of a numeric column's finite values at {@code rank} between 0 and 1, by linear interpolation between the
     * neighbouring values (numpy's default) where values are known, otherwise from a sketch.
     *
     * @throws NotKnownException where neither is known
     */
    double quantile(double rank);

    /**
     * How often each value occurs. For text and booleans always known, as far as they were counted; for numeric columns only where
     * the values are known.
     *
     * @throws NotKnownException where it is not known
     */
    CategoryCounts categories();

    /**
     * The edges over which a numeric column was counted when it was profiled, so that counts over them are exact though the values
     * are gone; empty where there are none, or no need of them because the values are known.
     */
    default Optional<Edges> countedEdges() {
        return Optional.empty();
    }

    /** Whether {@link #sortedValues()} can be asked for. */
    boolean hasValues();

    /**
     * All finite values of a numeric column, ascending, as doubles. Shared: must not be written to.
     *
     * @throws NotKnownException where only a profile is known
     */
    double[] sortedValues();

    /** The column itself where it has many values, all known, that are not sorted unless they have to be. */
    default Optional<UnsortedNumbers> unsorted() {
        return Optional.empty();
    }

    /**
     * Gives the memory of the values to columns that are read later. For one who has the column alone and asks nothing of it any more; who
     * does not call it loses no more than some time.
     */
    default void release() {}

    /** How much a quantile's rank may be off, as a share of all values, with 99 % confidence; 0 where values are known. */
    double rankError();

    /**
     * A number of different values.
     *
     * @param value the number, or its estimate
     * @param exact whether it was counted rather than estimated
     */
    record DistinctCount(OptionalLong value, boolean exact) {
        /** Not known. */
        public static final DistinctCount UNKNOWN = new DistinctCount(OptionalLong.empty(), false);

        /** Counted. */
        public static DistinctCount exactly(long value) {
            return new DistinctCount(OptionalLong.of(value), true);
        }

        /** Estimated. */
        public static DistinctCount about(long value) {
            return new DistinctCount(OptionalLong.of(value), false);
        }
    }
}
