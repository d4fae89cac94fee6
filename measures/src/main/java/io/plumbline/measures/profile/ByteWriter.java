package io.plumbline.measures.profile;

import io.plumbline.measures.exact.Dyadic;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that grow, little endian. Not safe for use by several threads. */
public final class ByteWriter {
    private ByteBuffer buffer = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(Math.addExact(buffer.position(), bytes), 2 * buffer.capacity());
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(buffer.position());
        }
        return buffer;
    }

    /** A byte. */
    public ByteWriter u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    /** Two bytes. */
    public ByteWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    /** Four bytes. */
    public ByteWriter i32(int value) {
        room(4).putInt(value);
        return this;
    }

    /** Eight bytes. */
    public ByteWriter i64(long value) {
        room(8).putLong(value);
        return this;
    }

    /** The eight bytes of a double. */
    public ByteWriter f64(double value) {
        room(8).putDouble(value);
        return this;
    }

    /** These bytes, as they are. */
    public ByteWriter raw(byte[] bytes) {
        room(bytes.length).put(bytes);
        return this;
    }

    /** A length and so many bytes. */
    public ByteWriter block(byte[] bytes) {
        return i32(bytes.length).raw(bytes);
    }

    /** A length and so many bytes of UTF-8. */
    public ByteWriter text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An exact sum: its exponent and, as a block, its significand in two's complement, most significant byte first. */
    public ByteWriter exact(Dyadic number) {
        return i32(number.exponent()).block(number.significand().toByteArray());
    }

    /** The CRC-32C of all bytes so far. */
    public ByteWriter checksum() {
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), 0, buffer.position());
        return i32((int) crc.getValue());
    }

    /** All of them so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
