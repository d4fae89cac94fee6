package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A stream that fails beyond a count of bytes or a time. */
final class BoundedStream extends FilterInputStream {
    private final BodyLimit limit;
    private final long end;
    private long left;

    BoundedStream(InputStream in, BodyLimit limit) {
        super(in);
        this.limit = limit;
        this.left = limit.bytes();
        this.end = System.nanoTime() + limit.time().toNanos();
    }

    @Override
    public int read() {
        int value = guarded(super::read);
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count = guarded(() -> super.read(buffer, offset, length));
        count(count);
        return count;
    }

    @Override
    public long skip(long bytes) {
        return guarded(() -> (int) countedSkip(bytes));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static PlumblineException tooLarge(BodyLimit limit) {
        return new PlumblineException(
                new Failure.TooLarge("the body is larger than the " + limit.bytes() + " bytes that are taken here"));
    }

    private long countedSkip(long bytes) throws IOException {
        long skipped = super.skip(Math.min(bytes, Integer.MAX_VALUE));
        count(skipped);
        return skipped;
    }

    /** Trouble with the body is the sender's, or the connection's, and none of the server's. */
    private static int guarded(Reading reading) {
        try {
            return reading.read();
        } catch (IOException | RuntimeException broken) {
            throw new PlumblineException(
                    new Failure.Invalid("the body breaks off or cannot be inflated", Optional.empty()), broken);
        }
    }

    private interface Reading {
        int read() throws IOException;
    }

    private void count(long bytes) {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw tooLarge(limit);
        }
        if (System.nanoTime() - end > 0) {
            throw new HttpFailureException(new HttpFailure.TimedOut(limit.time().toSeconds()));
        }
    }
}
