package io.plumbline.store.artifacts;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.artifact.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Bytes on their way into a store: held to a bound, counted and digested as they are read. */
final class Incoming {
    private static final int BUFFER = 1 << 17;

    private final InputStream content;
    private final long most;
    private final MessageDigest digest = Digests.sha256();
    private final byte[] buffer = new byte[BUFFER];
    private long size;

    Incoming(InputStream content, long most) {
        this.content = content;
        this.most = most;
    }

    /**
     * Writes the next bytes.
     *
     * @param limit how many at most
     * @return how many there were; fewer than the limit at the end of the stream
     * @throws IOException where they cannot be written
     * @throws PlumblineException of {@link Failure.TooLarge} where there are more than are taken
     */
    long transfer(OutputStream out, long limit) throws IOException {
        long left = limit;
        int read = read(left);
        while (read > 0) {
            out.write(buffer, 0, read);
            left -= read;
            read = read(left);
        }
        return limit - left;
    }

    private int read(long limit) {
        int read = fill((int) Math.min(limit, BUFFER));
        size += read;
        if (size > most) {
            throw new PlumblineException(
                    new Failure.TooLarge("the file has more than the " + most + " bytes that are taken here"));
        }
        digest.update(buffer, 0, read);
        return read;
    }

    /** What its sender does wrong is told apart from what the store does. */
    private int fill(int limit) {
        try {
            return content.readNBytes(buffer, 0, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came, all in all. Asked once, at the end. */
    Blobs.Stored stored() {
        return new Blobs.Stored(size, HexFormat.of().formatHex(digest.digest()));
    }
}
