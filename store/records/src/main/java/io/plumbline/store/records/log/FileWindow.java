package io.plumbline.store.records.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads a file at any offset through a buffer that moves along, so that reading byte by byte costs little and a whole file is never in memory. */
final class FileWindow implements Closeable {
    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long start;

    private FileWindow(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
        window.limit(0);
    }

    static FileWindow open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new FileWindow(channel, channel.size());
    }

    /** Bytes of the file when it was opened. */
    long size() {
        return size;
    }

    boolean has(long offset, long bytes) {
        return offset + bytes <= size;
    }

    /** A few bytes that are valid until the next call. */
    ByteBuffer peek(long offset, int bytes) throws IOException {
        if (offset < start || offset + bytes > start + window.limit()) {
            move(offset);
        }
        return window.slice((int) (offset - start), bytes);
    }

    /** A copy of bytes. */
    ByteBuffer copy(long offset, int bytes) throws IOException {
        ByteBuffer copy = ByteBuffer.allocate(bytes);
        if (bytes <= WINDOW) {
            return copy.put(peek(offset, bytes)).flip();
        }
        fill(copy, offset);
        return copy.flip();
    }

    private void move(long offset) throws IOException {
        window.clear().limit((int) Math.min(WINDOW, size - offset));
        fill(window, offset);
        window.flip();
        start = offset;
    }

    private void fill(ByteBuffer target, long offset) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
