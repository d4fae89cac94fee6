package io.plumbline.measures.column;

/**
 * A run of rows of one column, as an engine hands it over. Values lie densely in arrays; rows without a usable value are counted
 * instead of marked, because no measure of a single column depends on where they were.
 *
 * <p>The arrays may be reused by the engine: a chunk is valid only during the call it is passed to.
 */
public sealed interface ColumnChunk
        permits ColumnChunk.Numbers, ColumnChunk.Integers, ColumnChunk.Booleans, ColumnChunk.Texts {

    /** Rows in this chunk without a value. */
    long missing();

    /** Rows in this chunk whose value could not be read as the column's type. */
    long violations();

    /** All rows of this chunk: with a value, missing and violating. */
    long rows();

    /**
     * Floating point values.
     *
     * @param values the values, of which the first {@code size} count; NaN and infinities are values here
     * @param size how many values there are
     * @param missing rows without a value
     * @param violations rows whose value is not a number
     */
    record Numbers(double[] values, int size, long missing, long violations) implements ColumnChunk {
        @Override
        public long rows() {
            return size + missing + violations;
        }
    }

    /**
     * Whole numbers, or instants in microseconds.
     *
     * @param values the values, of which the first {@code size} count
     * @param size how many values there are
     * @param missing rows without a value
     * @param violations rows whose value is not a whole number or not an instant
     */
    record Integers(long[] values, int size, long missing, long violations) implements ColumnChunk {
        @Override
        public long rows() {
            return size + missing + violations;
        }
    }

    /**
     * Truth values, already counted.
     *
     * @param trues rows that are true
     * @param falses rows that are false
     * @param missing rows without a value
     * @param violations rows whose value is neither
     */
    record Booleans(long trues, long falses, long missing, long violations) implements ColumnChunk {
        @Override
        public long rows() {
            return trues + falses + missing + violations;
        }
    }

    /**
     * Texts, grouped or not: {@code values[i]} stands in {@code counts[i]} rows. A text may occur more than once.
     *
     * @param values the texts, of which the first {@code size} count
     * @param counts in how many rows each stands
     * @param size how many texts there are
     * @param missing rows without a value
     * @param violations rows whose value is not text
     */
    record Texts(String[] values, long[] counts, int size, long missing, long violations) implements ColumnChunk {
        @Override
        public long rows() {
            long rows = missing + violations;
            for (int i = 0; i < size; i++) {
                rows += counts[i];
            }
            return rows;
        }
    }
}
