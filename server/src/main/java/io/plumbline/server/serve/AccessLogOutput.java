package io.plumbline.server.serve;

import io.plumbline.http.server.AccessEntry;
import io.plumbline.http.server.AccessLog;
import io.plumbline.server.output.RefusedException;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where the access log goes. Once it cannot be written any more, that is said, and requests are answered all the same. */
final class AccessLogOutput implements AccessLog, Closeable {
    private static final Logger LOG = System.getLogger(AccessLogOutput.class.getName());
    private static final String STANDARD_OUTPUT = "-";

    private final OutputStream out;
    private final AccessLog log;
    private final AtomicBoolean failed = new AtomicBoolean();

    private AccessLogOutput(OutputStream out) {
        this.out = out;
        log = AccessLog.to(out);
    }

    /**
     * Opens it.
     *
     * @param place a file, {@code -} for standard output, or nothing
     * @throws RefusedException where the file cannot be written
     */
    static AccessLogOutput to(String place) {
        try {
            return new AccessLogOutput(open(place));
        } catch (IOException e) {
            throw new RefusedException("The access log '" + place + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static OutputStream open(String place) throws IOException {
        if (place.isBlank()) {
            return OutputStream.nullOutputStream();
        }
        return place.equals(STANDARD_OUTPUT)
                ? new FileOutputStream(FileDescriptor.out)
                : new FileOutputStream(place, true);
    }

    @Override
    public void write(AccessEntry entry) {
        try {
            log.write(entry);
        } catch (UncheckedIOException e) {
            if (failed.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "the access log cannot be written any more", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
