package io.plumbline.store.records.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Gathers frames in memory outside the heap and writes them in large pieces: one write for many small frames, and no large copy for a large one. */
final class Stage {
    private static final int BYTES = 1 << 20;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);

    /** Starts anew; what a failed write left is forgotten. */
    void clear() {
        buffer.clear();
    }

    /** Adds bytes that belong at {@code offset} of the file, right behind those added before. */
    void add(ByteBuffer bytes, LogDisk.OpenFile file, long offset) throws IOException {
        ByteBuffer rest = bytes.duplicate();
        long at = offset;
        while (rest.hasRemaining()) {
            int part = Math.min(rest.remaining(), buffer.remaining());
            buffer.put(rest.slice(rest.position(), part));
            rest.position(rest.position() + part);
            at += part;
            if (!buffer.hasRemaining()) {
                flush(file, at);
            }
        }
    }

    /** Writes what is gathered, which ends at {@code end} of the file. */
    void flush(LogDisk.OpenFile file, long end) throws IOException {
        buffer.flip();
        file.write(buffer, end - buffer.remaining());
        buffer.clear();
    }
}
