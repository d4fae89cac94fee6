package io.plumbline.compute.duckdb;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Walks through the frames of a Zstandard stream (RFC 8878) without decompressing them, to see whether the last one is complete.
 */
final class ZstdFrames {
    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
    private static final int RUN_LENGTH_BLOCK = 1;

    private final DataInputStream in;

    private ZstdFrames(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** Reads a stream to its end; fails with {@link EOFException} where it ends within a frame. */
    static void walk(InputStream in) throws IOException {
        ZstdFrames frames = new ZstdFrames(in);
        for (int first = in.read(); first >= 0; first = in.read()) {
            frames.frame(first | (frames.littleEndian(3) << 8));
        }
    }

    private void frame(int magic) throws IOException {
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
            in.skipNBytes(Integer.toUnsignedLong(littleEndian(4)));
        } else if (magic == MAGIC) {
            dataFrame(in.readUnsignedByte());
        } else {
            throw new IOException("not a Zstandard frame: " + Integer.toHexString(magic));
        }
    }

    private void dataFrame(int descriptor) throws IOException {
        in.skipNBytes(headerLength(descriptor));
        boolean last = false;
        while (!last) {
            int header = littleEndian(3);
            last = (header & 1) == 1;
            int type = (header >> 1) & 3;
            in.skipNBytes(type == RUN_LENGTH_BLOCK ? 1 : header >> 3);
        }
        boolean hasChecksum = (descriptor & 4) != 0;
        in.skipNBytes(hasChecksum ? 4 : 0);
    }

    /** The bytes of window descriptor, dictionary id and content size. */
    private static int headerLength(int descriptor) {
        boolean singleSegment = (descriptor & 0x20) != 0;
        int dictionaryId = new int[] {0, 1, 2, 4}[descriptor & 3];
        int contentSize = new int[] {singleSegment ? 1 : 0, 2, 4, 8}[descriptor >> 6];
        return (singleSegment ? 0 : 1) + dictionaryId + contentSize;
    }

    private int littleEndian(int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= in.readUnsignedByte() << (8 * i);
        }
        return value;
    }
}
