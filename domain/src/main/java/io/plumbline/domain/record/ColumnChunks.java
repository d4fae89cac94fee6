package io.plumbline.domain.record;

import io.plumbline.domain.model.ValueType;
import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.column.ColumnType;
import java.util.Arrays;
import java.util.BitSet;

/** Whole columns of batches as measures take them. A chunk holds until the next one is made. Not safe for use by several threads. */
public final class ColumnChunks {
    private final ChunkBuffer buffer = new ChunkBuffer();
    private int[] rows = new int[0];

    /** The type by which a column is measured: its own; of probabilities of all classes, the largest. */
    public static ColumnType measuredType(ValueType type) {
        if (type == ValueType.VECTOR) {
            return ColumnType.NUMBER;
        }
        return type.measured()
                .orElseThrow(
                        () -> new IllegalArgumentException("columns of type " + type.label() + " are not measured"));
    }

    /** Whether columns of a type are measured. */
    public static boolean isMeasured(ValueType type) {
        return type == ValueType.VECTOR || type.measured().isPresent();
    }

    /** The chunk of a column's rows. */
    public ColumnChunk of(BatchColumn column) {
        if (rows.length < column.rows()) {
            rows = new int[column.rows()];
            Arrays.setAll(rows, row -> row);
        }
        return buffer.chunk(largest(column), rows, 0, column.rows());
    }

    /** A column of vectors as the largest value of each, as a classifier's confidence is of the probabilities; empty ones are missing. */
    public static BatchColumn largest(BatchColumn column) {
        if (!(column instanceof BatchColumn.Vectors(String name, double[][] vectors, BitSet missing))) {
            return column;
        }
        double[] values = new double[vectors.length];
        BitSet none = (BitSet) missing.clone();
        for (int row = 0; row < values.length; row++) {
            if (vectors[row].length == 0) {
                none.set(row);
            } else {
                values[row] = Arrays.stream(vectors[row]).max().orElseThrow();
            }
        }
        return new BatchColumn.Numbers(name, values, none);
    }
}
