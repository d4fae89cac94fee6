package io.plumbline.measures.profile;

import io.plumbline.measures.exact.Dyadic;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Reads what {@link ByteWriter} writes; never reads, or makes room for, more than there is. Every method fails with a
 * {@link ProfileFormatException} where the bytes cannot be such. Not safe for use by several threads.
 */
public final class ByteReader {
    private final ByteBuffer buffer;
    private final String what;
    /** Of the envelope; 0 where there is none. */
    private int version;

    /**
     * Reads these bytes.
     *
     * @param what they are, for messages
     */
    public ByteReader(byte[] bytes, String what) {
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.what = what;
    }

    /**
     * A reader of the bytes between an envelope's head and its checksum, after both have been found right.
     *
     * @param newest the last version that is read, the first being 1
     */
    public static ByteReader opened(byte[] bytes, int magic, int newest, String what) {
        ByteReader reader = new ByteReader(bytes, what);
        reader.requireHead(magic, newest);
        reader.requireChecksum();
        return reader;
    }

    /** Which version of the format the envelope names. */
    public int version() {
        return version;
    }

    private void requireHead(int magic, int newest) {
        if (buffer.limit() < 12 || i32() != magic) {
            throw new ProfileFormatException("this is not a " + what);
        }
        version = u16();
        if (version < 1 || version > newest) {
            String known = newest == 1 ? "format 1 is" : "formats 1 to " + newest + " are";
            throw new ProfileFormatException("a " + what + " of format " + version + ", and only " + known
                    + " read here; read it by the version that wrote it or a later one");
        }
        if (u16() != 0) {
            throw damaged("its reserved bytes are not 0");
        }
    }

    private void requireChecksum() {
        int end = buffer.limit() - 4;
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), 0, end);
        if ((int) crc.getValue() != buffer.getInt(end)) {
            throw damaged("its checksum is not that of its bytes");
        }
        buffer.limit(end);
    }

    private ByteBuffer need(int bytes) {
        if (bytes > buffer.remaining()) {
            throw damaged("it ends too early");
        }
        return buffer;
    }

    /** A byte, from 0 to 255. */
    public int u8() {
        return need(1).get() & 0xFF;
    }

    /** Two bytes, from 0 to 65,535. */
    public int u16() {
        return need(2).getShort() & 0xFFFF;
    }

    /** Four bytes. */
    public int i32() {
        return need(4).getInt();
    }

    /** Eight bytes. */
    public long i64() {
        return need(8).getLong();
    }

    /** A double. */
    public double f64() {
        return need(8).getDouble();
    }

    /** A count of rows. */
    public long rows() {
        long rows = i64();
        if (rows < 0) {
            throw damaged("a count of rows is negative");
        }
        return rows;
    }

    /** Whether something follows. */
    public boolean present() {
        int flag = u8();
        if (flag > 1) {
            throw damaged("a mark of presence is " + flag);
        }
        return flag == 1;
    }

    /** How many things follow, each of at least so many bytes. */
    public int count(int leastBytes) {
        int count = i32();
        if (count < 0 || (long) count * leastBytes > buffer.remaining()) {
            throw damaged("it announces more than it holds");
        }
        return count;
    }

    /** A length and so many bytes. */
    public byte[] block() {
        byte[] bytes = new byte[count(1)];
        buffer.get(bytes);
        return bytes;
    }

    /** Passes over a length and so many bytes. */
    public void skipBlock() {
        int length = count(1);
        buffer.position(buffer.position() + length);
    }

    /** A length and so many bytes of UTF-8. */
    public String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    /** A sum of doubles or of their squares. */
    public Dyadic exact() {
        int exponent = i32();
        byte[] significand = block();
        // the widest sum of squares has some 4,400 bits; a wild exponent would make numbers that fill the memory
        if (significand.length == 0 || significand.length > 600 || Math.abs((long) exponent) > 5000) {
            throw damaged("a sum cannot be one of doubles");
        }
        return new Dyadic(new BigInteger(significand), exponent);
    }

    /** Fails where something follows. */
    public void requireEnd() {
        if (buffer.hasRemaining()) {
            throw damaged("it goes on after its end");
        }
    }

    /** What to throw where the bytes are not as they should be. */
    public ProfileFormatException damaged(String how) {
        return new ProfileFormatException("the " + what + " is damaged: " + how);
    }
}
