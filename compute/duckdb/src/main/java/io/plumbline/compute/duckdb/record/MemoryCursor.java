package io.plumbline.compute.duckdb.record;

import io.plumbline.compute.duckdb.record.MemoryTable.Segment;
import io.plumbline.domain.record.BatchColumn;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Where reading rows in memory has got to. Many small segments fill one chunk, because DuckDB's cost is by the chunk. */
final class MemoryCursor {
    private final MemoryTable table;
    private int segment;
    private int row;

    MemoryCursor(MemoryTable table) {
        this.table = table;
    }

    /** Fills a chunk; returns with how many rows, none at the end. */
    long fill(DuckDBDataChunkWriter chunk) {
        int capacity = (int) chunk.capacity();
        int filled = 0;
        while (filled < capacity && segment < table.segments().size()) {
            Segment current = table.segments().get(segment);
            int rows = Math.min(capacity - filled, current.rows() - row);
            write(chunk, current.columns(), filled, rows);
            filled += rows;
            advance(current, rows);
        }
        return filled;
    }

    private void advance(Segment current, int rows) {
        row += rows;
        if (row == current.rows()) {
            segment++;
            row = 0;
        }
    }

    private void write(DuckDBDataChunkWriter chunk, List<Optional<BatchColumn>> columns, int at, int rows) {
        for (int i = 0; i < columns.size(); i++) {
            DuckDBWritableVector vector = chunk.vector(i);
            Optional<BatchColumn> column = columns.get(i);
            if (column.isPresent()) {
                write(vector, column.get(), at, rows);
            } else {
                setNulls(vector, at, rows);
            }
        }
    }

    private static void setNulls(DuckDBWritableVector vector, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            vector.setNull(at + i);
        }
    }

    private void write(DuckDBWritableVector vector, BatchColumn column, int at, int rows) {
        switch (column) {
            case BatchColumn.Numbers numbers -> writeNumbers(vector, numbers.values(), at, rows);
            case BatchColumn.Integers integers -> writeIntegers(vector, integers.values(), at, rows);
            case BatchColumn.Timestamps timestamps -> writeIntegers(vector, timestamps.micros(), at, rows);
            case BatchColumn.Booleans booleans -> writeBooleans(vector, booleans.values(), at, rows);
            case BatchColumn.Texts texts -> vector.setStrings(at, Arrays.copyOfRange(texts.values(), row, row + rows));
            case BatchColumn.Vectors vectors ->
                vector.setStrings(at, texts(rows, vectors.missing(), i -> Vectors.text(vectors.values()[i])));
            case BatchColumn.Binaries binaries ->
                vector.setStrings(
                        at,
                        texts(rows, binaries.missing(), i -> Base64.getEncoder().encodeToString(binaries.values()[i])));
        }
        setMissing(vector, column.missing(), at, rows);
    }

    private void writeNumbers(DuckDBWritableVector vector, double[] values, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            vector.setDouble(at + i, values[row + i]);
        }
    }

    /** Whole numbers also of a column that was widened since they came in. */
    private void writeIntegers(DuckDBWritableVector vector, long[] values, int at, int rows) {
        if (vector.getType() == DuckDBColumnType.DOUBLE) {
            for (int i = 0; i < rows; i++) {
                vector.setDouble(at + i, (double) values[row + i]);
            }
        } else {
            for (int i = 0; i < rows; i++) {
                vector.setLong(at + i, values[row + i]);
            }
        }
    }

    private void writeBooleans(DuckDBWritableVector vector, boolean[] values, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            vector.setBoolean(at + i, values[row + i]);
        }
    }

    private @Nullable String[] texts(int rows, BitSet missing, IntFunction<String> text) {
        @Nullable String[] texts = new String[rows];
        for (int i = 0; i < rows; i++) {
            texts[i] = missing.get(row + i) ? null : text.apply(row + i);
        }
        return texts;
    }

    private void setMissing(DuckDBWritableVector vector, BitSet missing, int at, int rows) {
        for (int i = missing.nextSetBit(row); i >= 0 && i < row + rows; i = missing.nextSetBit(i + 1)) {
            vector.setNull(at + i - row);
        }
    }
}
