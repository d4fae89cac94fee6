package io.plumbline.http.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first bytes of an answer back, so that a failure before them can still be answered as one. Once they are out, a failure can only
 * cut the answer off: then the stream is not ended, and the caller sees that something is missing.
 */
final class HeldStream extends OutputStream {
    private static final int HELD = 1 << 16;

    private final Supplier<OutputStream> opening;
    private final byte[] held = new byte[HELD];
    private int count;
    private boolean complete;
    private @Nullable OutputStream open;

    /** Opens the answer's stream as late as can be. */
    HeldStream(Supplier<OutputStream> opening) {
        this.opening = opening;
    }

    /** All has been written: closing may end the answer. */
    void complete() {
        complete = true;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (open == null && count + length <= HELD) {
            System.arraycopy(bytes, offset, held, count, length);
            count += length;
        } else {
            released().write(bytes, offset, length);
        }
    }

    @Override
    public void flush() {
        // the web server flushes at the end; before it, flushing would only give up what is held back
    }

    @Override
    public void close() throws IOException {
        if (complete) {
            released().close();
        }
    }

    private OutputStream released() throws IOException {
        OutputStream stream = open;
        if (stream == null) {
            stream = opening.get();
            open = stream;
            stream.write(held, 0, count);
        }
        return stream;
    }
}
