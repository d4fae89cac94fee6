package io.plumbline.domain.record;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import java.util.Arrays;
import java.util.BitSet;

/** Gathers rows of a batch's column into a chunk. The arrays are used again, so that a chunk holds until the next one is made. */
final class ChunkBuffer {
    private double[] numbers = new double[0];
    private long[] integers = new long[0];
    private String[] texts = new String[0];
    private long[] ones = new long[0];

    /** The chunk of rows {@code rows[from]} to before {@code rows[until]}. */
    ColumnChunk chunk(BatchColumn column, int[] rows, int from, int until) {
        return switch (column) {
            case BatchColumn.Numbers values -> numbers(values, rows, from, until);
            case BatchColumn.Integers values -> integers(values.values(), values.missing(), rows, from, until);
            case BatchColumn.Timestamps values -> integers(values.micros(), values.missing(), rows, from, until);
            case BatchColumn.Booleans values -> booleans(values, rows, from, until);
            case BatchColumn.Texts values -> texts(values, rows, from, until);
            case BatchColumn.Vectors values -> throw unmeasured(values);
            case BatchColumn.Binaries values -> throw unmeasured(values);
        };
    }

    private static IllegalArgumentException unmeasured(BatchColumn column) {
        return new IllegalArgumentException(
                "the column " + column.name() + " of type " + column.type().label() + " is not measured");
    }

    private ColumnChunk numbers(BatchColumn.Numbers column, int[] rows, int from, int until) {
        if (numbers.length < until - from) {
            numbers = new double[until - from];
        }
        BitSet missing = column.missing();
        int size = 0;
        for (int i = from; i < until; i++) {
            if (!missing.get(rows[i])) {
                numbers[size++] = column.values()[rows[i]];
            }
        }
        return new ColumnChunk.Numbers(numbers, size, until - from - size, 0);
    }

    private ColumnChunk integers(long[] values, BitSet missing, int[] rows, int from, int until) {
        if (integers.length < until - from) {
            integers = new long[until - from];
        }
        int size = 0;
        for (int i = from; i < until; i++) {
            if (!missing.get(rows[i])) {
                integers[size++] = values[rows[i]];
            }
        }
        return new ColumnChunk.Integers(integers, size, until - from - size, 0);
    }

    private static ColumnChunk booleans(BatchColumn.Booleans column, int[] rows, int from, int until) {
        long trues = 0;
        long falses = 0;
        for (int i = from; i < until; i++) {
            boolean there = !column.missing().get(rows[i]);
            trues += there && column.values()[rows[i]] ? 1 : 0;
            falses += there && !column.values()[rows[i]] ? 1 : 0;
        }
        return new ColumnChunk.Booleans(trues, falses, until - from - trues - falses, 0);
    }

    private ColumnChunk texts(BatchColumn.Texts column, int[] rows, int from, int until) {
        if (texts.length < until - from) {
            texts = new String[until - from];
            ones = new long[until - from];
            Arrays.fill(ones, 1);
        }
        int size = 0;
        for (int i = from; i < until; i++) {
            if (!column.missing().get(rows[i])) {
                texts[size++] = column.values()[rows[i]];
            }
        }
        return new ColumnChunk.Texts(texts, ones, size, until - from - size, 0);
    }

    /** The chunk of rows without a value. */
    static ColumnChunk missing(ColumnType type, int rows) {
        return switch (type) {
            case NUMBER -> new ColumnChunk.Numbers(new double[0], 0, rows, 0);
            case INTEGER, TIMESTAMP -> new ColumnChunk.Integers(new long[0], 0, rows, 0);
            case BOOLEAN -> new ColumnChunk.Booleans(0, 0, rows, 0);
            case TEXT -> new ColumnChunk.Texts(new String[0], new long[0], 0, rows, 0);
        };
    }
}
