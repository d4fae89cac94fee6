package io.plumbline.measures.table;

import io.plumbline.measures.column.ColumnChunk;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A data set that can be read column by column. Columns may be read by several threads at once, and each as often as needed; every
 * reading gives the same values.
 */
public interface Table extends AutoCloseable {

    /** What the user calls it, for messages: a file's name or a pattern. */
    String name();

    /** The columns in the order of the source. */
    List<TableColumn> columns();

    /** How many rows there are. */
    long rows();

    /**
     * Streams a column through {@code sink}, on the calling thread, in chunks of the class that fits its type: {@code Numbers} for
     * numbers, {@code Integers} for integers and timestamps, {@code Booleans}, {@code Texts}. Memory does not grow with the rows.
     * An interrupt of the thread ends the reading.
     *
     * @throws TableException where the source cannot be read to its end
     * @throws java.util.concurrent.CancellationException after an interrupt
     */
    void read(TableColumn column, Consumer<ColumnChunk> sink);

    /**
     * Streams several numeric columns row by row, in order: {@code block[i][row]} is the value of column {@code i}, NaN where it has
     * none. The arrays are reused; the first {@code size} rows count.
     *
     * @throws TableException as {@link #read}
     */
    void readAligned(List<TableColumn> columns, AlignedSink sink);

    /**
     * Counts the pairs that two columns of texts, truth values or whole numbers form in the same row, in no particular order, each
     * pair once. A value is given as text, {@code true} and {@code false} for truth values, and as null where there is none.
     *
     * @throws TableException as {@link #read}
     */
    void readPairs(TableColumn first, TableColumn second, PairSink sink);

    /** How many rows are equal to an earlier row in every column. */
    long duplicateRows();

    /** Gives up what reading needed. */
    @Override
    void close();

    /** Takes blocks of aligned rows. */
    @FunctionalInterface
    interface AlignedSink {
        /** Takes the first {@code size} rows of a block. */
        void accept(double[][] block, int size);
    }

    /** Takes counted pairs of values. */
    @FunctionalInterface
    interface PairSink {
        /** Takes a pair and in how many rows it stands. */
        void accept(@Nullable String first, @Nullable String second, long rows);
    }
}
