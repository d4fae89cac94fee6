package io.plumbline.store.sql.points;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int read() {
        return bytes[position++] & 0xFF;
    }

    long readUnsigned() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = bytes[position++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    long readSigned() {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    int readSize() {
        return Math.toIntExact(readUnsigned());
    }

    double readDouble() {
        double value = Double.longBitsToDouble((long) ByteWriter.LONGS.get(bytes, position));
        position += Double.BYTES;
        return value;
    }

    String readText() {
        int length = readSize();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    byte[] readBytes(int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, position, part, 0, length);
        position += length;
        return part;
    }

    void skip(int length) {
        position += length;
    }
}
