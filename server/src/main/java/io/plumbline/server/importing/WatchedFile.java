package io.plumbline.server.importing;

import io.plumbline.measures.comparison.Progress;
import io.plumbline.server.output.RefusedException;
import io.plumbline.server.remote.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on its way, that tells how much of it has gone. */
final class WatchedFile implements Upload {
    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final long bytes;
    private final Progress progress;

    WatchedFile(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
        try {
            bytes = Files.size(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /**
     * Writes it to a stream.
     *
     * @throws RefusedException where the file cannot be read
     */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long sent = 0;
        try (InputStream in = open()) {
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                out.write(buffer, 0, count);
                sent += count;
                progress.report("sending bytes of " + file, sent, bytes);
            }
        }
        progress.report("the server reads " + file, 0, 0);
    }

    private InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The file is at fault here, and not the server. */
    private int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RefusedException unreadable(IOException cause) {
        return new RefusedException("The file '" + file + "' cannot be read: " + cause.getMessage() + ".", cause);
    }
}
