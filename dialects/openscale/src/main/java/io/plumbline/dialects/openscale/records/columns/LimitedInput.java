package io.plumbline.dialects.openscale.records.columns;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails with {@link io.plumbline.domain.Failure.TooLarge} once more bytes were read than allowed. */
public final class LimitedInput extends FilterInputStream {
    private final long most;
    private long left;

    /** Over this stream, which may have as many bytes as the limits say. */
    public LimitedInput(InputStream input, Limits limits) {
        super(input);
        this.most = limits.bytes();
        this.left = limits.bytes();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long read) {
        left -= read;
        if (left < 0) {
            throw Limits.tooLarge(most + " bytes");
        }
    }
}
