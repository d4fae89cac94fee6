package io.plumbline.store.records.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Bytes that grow as they are written, the least significant byte of a number first. */
final class ByteSink {
    private static final int FIRST = 1 << 12;

    private ByteBuffer bytes = empty(FIRST);

    private static ByteBuffer empty(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer room(long more) {
        if (more > bytes.remaining()) {
            long needed = bytes.position() + more;
            // Doubling, so that all the copying together costs no more than writing once again.
            long capacity = Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * bytes.capacity()));
            if (needed > capacity) {
                throw new FrameTooLargeException();
            }
            bytes = empty((int) capacity).put(bytes.flip());
        }
        return bytes;
    }

    void octet(int value) {
        room(1).put((byte) value);
    }

    void number(int value) {
        room(4).putInt(value);
    }

    void number(long value) {
        room(8).putLong(value);
    }

    void number(double value) {
        room(8).putDouble(value);
    }

    /** A count, in fewer bytes the smaller it is. */
    void count(int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            octet((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    void numbers(long[] values) {
        ByteBuffer target = room(8L * values.length);
        target.asLongBuffer().put(values);
        target.position(target.position() + 8 * values.length);
    }

    void numbers(double[] values) {
        ByteBuffer target = room(8L * values.length);
        target.asDoubleBuffer().put(values);
        target.position(target.position() + 8 * values.length);
    }

    void octets(byte[] values) {
        room(values.length).put(values);
    }

    void bits(BitSet values) {
        byte[] octets = values.toByteArray();
        count(octets.length);
        octets(octets);
    }

    void text(String value) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        count(octets.length);
        octets(octets);
    }

    /** What was written. */
    ByteBuffer finished() {
        return bytes.flip();
    }
}
