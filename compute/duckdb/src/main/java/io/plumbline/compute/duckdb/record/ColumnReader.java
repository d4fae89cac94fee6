package io.plumbline.compute.duckdb.record;

import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.duckdb.DuckDBReadableVector;

/** Gathers the values of a column, vector by vector. */
abstract class ColumnReader {
    private final Field field;
    private final BitSet missing = new BitSet();
    private int size;

    private ColumnReader(Field field) {
        this.field = field;
    }

    static ColumnReader of(Field field) {
        return switch (field.type()) {
            case NUMBER -> new Numbers(field);
            case INTEGER -> new Integers(field, BatchColumn.Integers::new);
            case TIMESTAMP -> new Integers(field, BatchColumn.Timestamps::new);
            case BOOLEAN -> new Booleans(field);
            case TEXT, JSON ->
                new Objects<>(
                        field,
                        String[]::new,
                        "",
                        text -> text,
                        (name, values, missing) -> new BatchColumn.Texts(name, field.type(), values, missing));
            case VECTOR ->
                new Objects<>(field, double[][]::new, new double[0], Vectors::parse, BatchColumn.Vectors::new);
            case BINARY ->
                new Objects<>(
                        field,
                        byte[][]::new,
                        new byte[0],
                        text -> Base64.getDecoder().decode(text),
                        BatchColumn.Binaries::new);
        };
    }

    /** Takes values of a vector. */
    final void read(DuckDBReadableVector vector, int from, int rows) {
        grow(size + rows);
        for (int row = from; row < from + rows; row++) {
            if (vector.isNull(row)) {
                missing.set(size);
                setMissing(size);
            } else {
                set(size, vector, row);
            }
            size++;
        }
    }

    private void grow(int least) {
        if (least > capacity()) {
            resize(Math.max(least, 2 * capacity()));
        }
    }

    /** What was gathered. */
    final BatchColumn column() {
        resize(size);
        return column(field.name(), missing);
    }

    abstract int capacity();

    abstract void resize(int rows);

    abstract void set(int at, DuckDBReadableVector vector, int row);

    /** Only where the value of a new array does not do. */
    void setMissing(int at) {}

    abstract BatchColumn column(String name, BitSet missingRows);

    /** Makes a column of what was gathered. */
    @FunctionalInterface
    private interface Maker<A> {
        BatchColumn column(String name, A values, BitSet missing);
    }

    private static final class Numbers extends ColumnReader {
        private double[] values = new double[0];

        Numbers(Field field) {
            super(field);
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void resize(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getDouble(row);
        }

        @Override
        BatchColumn column(String name, BitSet missingRows) {
            return new BatchColumn.Numbers(name, values, missingRows);
        }
    }

    private static final class Integers extends ColumnReader {
        private final Maker<long[]> maker;
        private long[] values = new long[0];

        Integers(Field field, Maker<long[]> maker) {
            super(field);
            this.maker = maker;
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void resize(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getLong(row);
        }

        @Override
        BatchColumn column(String name, BitSet missingRows) {
            return maker.column(name, values, missingRows);
        }
    }

    private static final class Booleans extends ColumnReader {
        private boolean[] values = new boolean[0];

        Booleans(Field field) {
            super(field);
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void resize(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            values[at] = vector.getBoolean(row);
        }

        @Override
        BatchColumn column(String name, BitSet missingRows) {
            return new BatchColumn.Booleans(name, values, missingRows);
        }
    }

    /** Values that come as texts. */
    private static final class Objects<T> extends ColumnReader {
        private final T nothing;
        private final Function<String, T> parser;
        private final Maker<T[]> maker;
        private T[] values;

        Objects(Field field, IntFunction<T[]> array, T nothing, Function<String, T> parser, Maker<T[]> maker) {
            super(field);
            this.nothing = nothing;
            this.parser = parser;
            this.maker = maker;
            this.values = array.apply(0);
        }

        @Override
        int capacity() {
            return values.length;
        }

        @Override
        void resize(int rows) {
            values = Arrays.copyOf(values, rows);
        }

        @Override
        void set(int at, DuckDBReadableVector vector, int row) {
            values[at] = parser.apply(vector.getString(row));
        }

        @Override
        void setMissing(int at) {
            values[at] = nothing;
        }

        @Override
        BatchColumn column(String name, BitSet missingRows) {
            return maker.column(name, values, missingRows);
        }
    }
}
