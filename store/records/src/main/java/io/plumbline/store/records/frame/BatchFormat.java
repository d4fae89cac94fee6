package io.plumbline.store.records.frame;

import io.plumbline.domain.model.ValueType;
import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The bytes of a batch: column by column, numbers as they lie in memory, truth values as bits, texts as {@link TextColumn}, missing rows as bits. */
final class BatchFormat {
    private static final BitSet NONE = new BitSet();

    private BatchFormat() {}

    static void write(RecordBatch batch, ByteSink sink) {
        sink.count(batch.rows());
        TextColumn.write(batch.ids(), NONE, sink);
        sink.numbers(batch.eventTimes());
        sink.octet(batch.transactions().isPresent() ? 1 : 0);
        batch.transactions().ifPresent(values -> writeTransactions(values, sink));
        sink.count(batch.columns().size());
        for (BatchColumn column : batch.columns()) {
            sink.text(column.name());
            sink.octet(code(column.type()));
            sink.bits(column.missing());
            writeValues(column, sink);
        }
    }

    /** Some rows may have no transaction: an absent one is kept as such. */
    private static void writeTransactions(String[] values, ByteSink sink) {
        BitSet absent = new BitSet();
        for (int row = 0; row < values.length; row++) {
            absent.set(row, values[row] == null);
        }
        sink.bits(absent);
        TextColumn.write(values, absent, sink);
    }

    private static void writeValues(BatchColumn column, ByteSink sink) {
        switch (column) {
            case BatchColumn.Numbers numbers -> sink.numbers(numbers.values());
            case BatchColumn.Integers integers -> sink.numbers(integers.values());
            case BatchColumn.Timestamps timestamps -> sink.numbers(timestamps.micros());
            case BatchColumn.Booleans booleans -> sink.bits(asBits(booleans.values()));
            case BatchColumn.Texts texts -> TextColumn.write(texts.values(), texts.missing(), sink);
            case BatchColumn.Vectors vectors -> writeVectors(vectors, sink);
            case BatchColumn.Binaries binaries -> writeBinaries(binaries, sink);
        }
    }

    private static void writeVectors(BatchColumn.Vectors vectors, ByteSink sink) {
        for (int row = 0; row < vectors.rows(); row++) {
            double[] value = vectors.missing().get(row) ? new double[0] : vectors.values()[row];
            sink.count(value.length);
            sink.numbers(value);
        }
    }

    private static void writeBinaries(BatchColumn.Binaries binaries, ByteSink sink) {
        for (int row = 0; row < binaries.rows(); row++) {
            byte[] value = binaries.missing().get(row) ? new byte[0] : binaries.values()[row];
            sink.count(value.length);
            sink.octets(value);
        }
    }

    private static BitSet asBits(boolean[] values) {
        BitSet bits = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            bits.set(row, values[row]);
        }
        return bits;
    }

    static RecordBatch read(ByteSource source) {
        int rows = source.count();
        String[] ids = TextColumn.read(rows, source);
        long[] eventTimes = source.longs(rows);
        Optional<String[]> transactions =
                source.octet() == 1 ? Optional.of(readTransactions(rows, source)) : Optional.empty();
        int columns = source.count();
        List<BatchColumn> read = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            read.add(readColumn(rows, source));
        }
        return new RecordBatch(ids, eventTimes, transactions, read);
    }

    @SuppressWarnings("NullAway") // an absent transaction is null, as it came in
    private static String[] readTransactions(int rows, ByteSource source) {
        BitSet absent = source.bits();
        String[] values = TextColumn.read(rows, source);
        absent.stream().forEach(row -> values[row] = null);
        return values;
    }

    private static BatchColumn readColumn(int rows, ByteSource source) {
        String name = source.text();
        ValueType type = type(source.octet());
        BitSet missing = source.bits();
        return switch (type) {
            case NUMBER -> new BatchColumn.Numbers(name, source.doubles(rows), missing);
            case INTEGER -> new BatchColumn.Integers(name, source.longs(rows), missing);
            case TIMESTAMP -> new BatchColumn.Timestamps(name, source.longs(rows), missing);
            case BOOLEAN -> new BatchColumn.Booleans(name, booleans(rows, source.bits()), missing);
            case TEXT, JSON -> new BatchColumn.Texts(name, type, TextColumn.read(rows, source), missing);
            case VECTOR -> new BatchColumn.Vectors(name, vectors(rows, source), missing);
            case BINARY -> new BatchColumn.Binaries(name, binaries(rows, source), missing);
        };
    }

    private static boolean[] booleans(int rows, BitSet bits) {
        boolean[] values = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = bits.get(row);
        }
        return values;
    }

    private static double[][] vectors(int rows, ByteSource source) {
        double[][] values = new double[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = source.doubles(source.count());
        }
        return values;
    }

    private static byte[][] binaries(int rows, ByteSource source) {
        byte[][] values = new byte[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = source.octets(source.count());
        }
        return values;
    }

    /** The number that stands for a type. Numbers never change their meaning, whatever becomes of the enumeration. */
    private static int code(ValueType type) {
        return switch (type) {
            case NUMBER -> 1;
            case INTEGER -> 2;
            case TIMESTAMP -> 3;
            case BOOLEAN -> 4;
            case TEXT -> 5;
            case VECTOR -> 6;
            case JSON -> 7;
            case BINARY -> 8;
        };
    }

    private static ValueType type(int code) {
        for (ValueType type : ValueType.values()) {
            if (code(type) == code) {
                return type;
            }
        }
        throw new FrameFormatException("the unknown type " + code + " of a column");
    }
}
