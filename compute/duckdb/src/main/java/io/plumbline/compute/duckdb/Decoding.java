package io.plumbline.compute.duckdb;

import io.plumbline.measures.column.ColumnChunk;
import io.plumbline.measures.table.Table.AlignedSink;
import io.plumbline.measures.table.Table.PairSink;
import java.util.function.Consumer;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Turns DuckDB's chunks into ours. The first vector holds the values; a second one, where a value may be there and yet not be readable,
 * says whether it is missing. The arrays are reused from chunk to chunk.
 */
final class Decoding {
    /** Rows in a chunk, at most. */
    private static final int CHUNK = 2048;

    private Decoding() {}

    static Query.ChunkSink numbers(Consumer<ColumnChunk> sink) {
        double[] values = new double[CHUNK];
        return chunk -> {
            DuckDBReadableVector vector = chunk.vector(0);
            int rows = (int) chunk.rowCount();
            int size = 0;
            for (int row = 0; row < rows; row++) {
                if (!vector.isNull(row)) {
                    values[size++] = vector.getDouble(row);
                }
            }
            long missing = missing(chunk, rows - size);
            sink.accept(new ColumnChunk.Numbers(values, size, missing, rows - size - missing));
        };
    }

    static Query.ChunkSink integers(Consumer<ColumnChunk> sink) {
        long[] values = new long[CHUNK];
        return chunk -> {
            DuckDBReadableVector vector = chunk.vector(0);
            int rows = (int) chunk.rowCount();
            int size = 0;
            for (int row = 0; row < rows; row++) {
                if (!vector.isNull(row)) {
                    values[size++] = vector.getLong(row);
                }
            }
            long missing = missing(chunk, rows - size);
            sink.accept(new ColumnChunk.Integers(values, size, missing, rows - size - missing));
        };
    }

    private static long missing(DuckDBDataChunkReader chunk, long withoutValue) {
        if (withoutValue == 0 || chunk.columnCount() == 1) {
            return withoutValue;
        }
        DuckDBReadableVector isMissing = chunk.vector(1);
        return chunk.stream().filter(isMissing::getBoolean).count();
    }

    /** One row: true, false, missing and all. */
    static Query.ChunkSink booleans(Consumer<ColumnChunk> sink) {
        return chunk -> {
            long trues = chunk.vector(0).getLong(0);
            long falses = chunk.vector(1).getLong(0);
            long missing = chunk.vector(2).getLong(0);
            long rows = chunk.vector(3).getLong(0);
            sink.accept(new ColumnChunk.Booleans(trues, falses, missing, rows - trues - falses - missing));
        };
    }

    /** Rows of a text, or NULL, and how often it occurs. */
    static Query.ChunkSink texts(Consumer<ColumnChunk> sink) {
        String[] values = new String[CHUNK];
        long[] counts = new long[CHUNK];
        return chunk -> {
            DuckDBReadableVector texts = chunk.vector(0);
            DuckDBReadableVector occurrences = chunk.vector(1);
            long missing = 0;
            int size = 0;
            for (int row = 0; row < chunk.rowCount(); row++) {
                if (texts.isNull(row)) {
                    missing += occurrences.getLong(row);
                } else {
                    values[size] = texts.getString(row);
                    counts[size++] = occurrences.getLong(row);
                }
            }
            sink.accept(new ColumnChunk.Texts(values, counts, size, missing, 0));
        };
    }

    /** Rows of two texts, either of which may be NULL, and how often they occur together. */
    static Query.ChunkSink pairs(PairSink sink) {
        return chunk -> {
            for (int row = 0; row < chunk.rowCount(); row++) {
                sink.accept(
                        text(chunk.vector(0), row),
                        text(chunk.vector(1), row),
                        chunk.vector(2).getLong(row));
            }
        };
    }

    private static @Nullable String text(DuckDBReadableVector texts, int row) {
        return texts.isNull(row) ? null : texts.getString(row);
    }

    static Query.ChunkSink aligned(int columns, AlignedSink sink) {
        double[][] block = new double[columns][CHUNK];
        return chunk -> {
            int rows = (int) chunk.rowCount();
            for (int column = 0; column < columns; column++) {
                fill(block[column], chunk.vector(column), rows);
            }
            sink.accept(block, rows);
        };
    }

    private static void fill(double[] values, DuckDBReadableVector vector, int rows) {
        for (int row = 0; row < rows; row++) {
            values[row] = vector.getDouble(row, Double.NaN);
        }
    }
}
