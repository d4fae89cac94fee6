package io.plumbline.store.records.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Reads what a {@link ByteSink} wrote. A checksum has proven the bytes, so that what does not fit is a format of another version. */
final class ByteSource {
    private final ByteBuffer bytes;

    ByteSource(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int octet() {
        return Byte.toUnsignedInt(bytes.get());
    }

    int number() {
        return bytes.getInt();
    }

    long longNumber() {
        return bytes.getLong();
    }

    int count() {
        int value = 0;
        for (int shift = 0; true; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
    }

    long[] longs(int count) {
        long[] values = new long[count];
        bytes.asLongBuffer().get(values);
        bytes.position(bytes.position() + 8 * count);
        return values;
    }

    double[] doubles(int count) {
        double[] values = new double[count];
        bytes.asDoubleBuffer().get(values);
        bytes.position(bytes.position() + 8 * count);
        return values;
    }

    byte[] octets(int count) {
        byte[] values = new byte[count];
        bytes.get(values);
        return values;
    }

    BitSet bits() {
        return BitSet.valueOf(octets(count()));
    }

    String text() {
        return new String(octets(count()), StandardCharsets.UTF_8);
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }
}
