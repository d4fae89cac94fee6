package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.record.BatchColumn;
import io.plumbline.domain.record.RecordBatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * A digest of what a batch says: equal for the same records, in whatever format and order of columns they came. It is the first 224 bits of
 * SHA-256 in 56 hex digits.
 */
final class BatchDigest {
    private static final int BYTES = 28;
    private static final int BUFFERED = 1 << 14;
    private static final int VALUES_AT_ONCE = 1 << 10;

    private final MessageDigest digest = sha256();
    /** Digesting a few bytes at a time costs more than the bytes. */
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED);

    private BatchDigest() {}

    /**
     * The digest of a batch.
     *
     * @param untimed rows whose event time is that of their arrival, which says nothing
     */
    static String of(RecordBatch batch, BitSet untimed) {
        return new BatchDigest().digest(batch, untimed);
    }

    /** The digest of a text. */
    static String of(String text) {
        BatchDigest digest = new BatchDigest();
        digest.add(text);
        return digest.hex();
    }

    private String digest(RecordBatch batch, BitSet untimed) {
        add(batch.rows());
        addTexts(batch.ids(), new BitSet());
        add(untimed.toByteArray());
        addLongs(batch.eventTimes(), untimed);
        batch.transactions().ifPresent(texts -> addTexts(texts, absent(texts)));
        batch.columns().stream().sorted(Comparator.comparing(BatchColumn::name)).forEach(this::add);
        return hex();
    }

    private String hex() {
        empty();
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static BitSet absent(String[] texts) {
        BitSet absent = new BitSet();
        for (int i = 0; i < texts.length; i++) {
            absent.set(i, texts[i] == null);
        }
        return absent;
    }

    private void add(BatchColumn column) {
        add(column.name());
        add(column.type().label());
        add(column.missing().toByteArray());
        switch (column) {
            case BatchColumn.Numbers numbers -> addDoubles(numbers.values(), numbers.missing());
            case BatchColumn.Integers integers -> addLongs(integers.values(), integers.missing());
            case BatchColumn.Timestamps timestamps -> addLongs(timestamps.micros(), timestamps.missing());
            case BatchColumn.Booleans booleans -> addBooleans(booleans.values(), booleans.missing());
            case BatchColumn.Texts texts -> addTexts(texts.values(), texts.missing());
            case BatchColumn.Vectors vectors -> addVectors(vectors.values());
            case BatchColumn.Binaries binaries -> addBinaries(binaries.values());
        }
    }

    private void addDoubles(double[] values, BitSet missing) {
        long[] bits = new long[Math.min(values.length, VALUES_AT_ONCE)];
        for (int from = 0; from < values.length; from += VALUES_AT_ONCE) {
            int count = Math.min(VALUES_AT_ONCE, values.length - from);
            for (int i = 0; i < count; i++) {
                bits[i] = Double.doubleToLongBits(values[from + i]);
            }
            addBits(bits, count, from, missing);
        }
    }

    private void addLongs(long[] values, BitSet missing) {
        for (int from = 0; from < values.length; from += VALUES_AT_ONCE) {
            int until = Math.min(values.length, from + VALUES_AT_ONCE);
            addBits(Arrays.copyOfRange(values, from, until), until - from, from, missing);
        }
    }

    /** Values of the rows from this one on; a row without a value counts as 0. */
    private void addBits(long[] bits, int count, int from, BitSet missing) {
        for (int row = missing.nextSetBit(from); row >= 0 && row < from + count; row = missing.nextSetBit(row + 1)) {
            bits[row - from] = 0;
        }
        ByteBuffer room = room(count * Long.BYTES);
        room.asLongBuffer().put(bits, 0, count);
        room.position(room.position() + count * Long.BYTES);
    }

    private void addBooleans(boolean[] values, BitSet missing) {
        for (int row = 0; row < values.length; row++) {
            room(1).put((byte) (!missing.get(row) && values[row] ? 1 : 0));
        }
    }

    private void addTexts(String[] values, BitSet missing) {
        for (int row = 0; row < values.length; row++) {
            add(missing.get(row) ? "" : values[row]);
        }
    }

    private void addVectors(double[][] values) {
        for (double[] vector : values) {
            add(vector.length);
            addDoubles(vector, new BitSet());
        }
    }

    private void addBinaries(byte[][] values) {
        for (byte[] bytes : values) {
            add(bytes);
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        add(bytes.length);
        if (bytes.length > BUFFERED) {
            empty();
            digest.update(bytes);
        } else {
            room(bytes.length).put(bytes);
        }
    }

    private void add(long value) {
        room(Long.BYTES).putLong(value);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            empty();
        }
        return buffer;
    }

    private void empty() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
