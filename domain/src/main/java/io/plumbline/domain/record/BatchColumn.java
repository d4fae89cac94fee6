package io.plumbline.domain.record;

import io.plumbline.domain.model.ValueType;
import java.util.BitSet;

/**
 * A column of a batch. Values lie in arrays as long as the batch has rows; where {@code missing} has a bit, the value says nothing. The
 * arrays belong to the batch and are not changed once it is made.
 */
public sealed interface BatchColumn {
    /** The column's name. */
    String name();

    /** Rows without a value. */
    BitSet missing();

    /** The type of the values. */
    ValueType type();

    /** How many rows the column has. */
    int rows();

    /** Floating point numbers. */
    record Numbers(String name, double[] values, BitSet missing) implements BatchColumn {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Whole numbers. */
    record Integers(String name, long[] values, BitSet missing) implements BatchColumn {
        @Override
        public ValueType type() {
            return ValueType.INTEGER;
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Instants in microseconds since 1970-01-01T00:00:00Z. */
    record Timestamps(String name, long[] micros, BitSet missing) implements BatchColumn {
        @Override
        public ValueType type() {
            return ValueType.TIMESTAMP;
        }

        @Override
        public int rows() {
            return micros.length;
        }
    }

    /** True and false. */
    record Booleans(String name, boolean[] values, BitSet missing) implements BatchColumn {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /**
     * Texts, or the texts of JSON values.
     *
     * @param type {@link ValueType#TEXT} or {@link ValueType#JSON}
     */
    record Texts(String name, ValueType type, String[] values, BitSet missing) implements BatchColumn {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Arrays of numbers; the arrays of rows without a value are empty. */
    record Vectors(String name, double[][] values, BitSet missing) implements BatchColumn {
        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Bytes; the arrays of rows without a value are empty. */
    record Binaries(String name, byte[][] values, BitSet missing) implements BatchColumn {
        @Override
        public ValueType type() {
            return ValueType.BINARY;
        }

        @Override
        public int rows() {
            return values.length;
        }
    }
}
