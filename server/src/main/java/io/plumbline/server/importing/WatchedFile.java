package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.output.RefusedException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on its way, that tells how much of it has gone. */
final class WatchedFile extends FilterInputStream {
    private final Path file;
    private final long bytes;
    private final Progress progress;
    private long sent;

    private WatchedFile(Path file, InputStream in, long bytes, Progress progress) {
        super(in);
        this.file = file;
        this.bytes = bytes;
        this.progress = progress;
    }

    /** The file as the body of a request. */
    static BodyPublisher publisher(Path file, Progress progress) {
        try {
            long bytes = Files.size(file);
            // An empty body has a length, too, and the server says what is wrong with it.
            return bytes == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(() -> open(file, bytes, progress)), bytes);
        } catch (IOException e) {
            throw new RefusedException("The file '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static InputStream open(Path file, long bytes, Progress progress) {
        try {
            return new WatchedFile(file, new BufferedInputStream(Files.newInputStream(file), 1 << 18), bytes, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        sent += Math.max(0, read);
        if (sent < bytes) {
            progress.report("sending bytes of " + file, sent, bytes);
        } else {
            progress.report("the server reads " + file, 0, 0);
        }
        return read;
    }
}
