package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A folder in which bodies lie as files while they are worked on. */
public final class Spool {
    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded|File too large");

    private final Path folder;

    /** In this folder, which is there and is emptied at each start of the server. */
    public Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * A body as a file, which is gone when this is closed.
     *
     * @param path of the file
     * @param digest SHA-256 of its content, in 64 hex digits
     */
    public record Spooled(Path path, String digest) implements AutoCloseable {
        @Override
        public void close() {
            remove(path);
        }
    }

    /**
     * Reads a body to its end.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where the body breaks off, of {@link Failure.StorageFull} where the disk is full, or as
     *     reading the body does where that is too large or too slow
     */
    public Spooled take(InputStream body) {
        Path file = newFile();
        try (OutputStream out = Files.newOutputStream(file)) {
            return new Spooled(file, new PipedCopy(out).copy(body));
        } catch (IOException e) {
            remove(file);
            throw notWritten(e);
        } catch (RuntimeException e) {
            remove(file);
            throw e;
        }
    }

    private Path newFile() {
        try {
            return Files.createTempFile(folder, "body-", "");
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    static RuntimeException notWritten(IOException failure) {
        return FULL.matcher(String.valueOf(failure.getMessage())).find()
                ? new PlumblineException(
                        new Failure.StorageFull(
                                "there is no room left on the disk for the body; make room and send it again"),
                        failure)
                : new UncheckedIOException(failure);
    }

    /** A file that stays only takes room until the next start. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Spool.class.getName())
                    .log(System.Logger.Level.WARNING, "could not remove " + file + ", which is not needed any more", e);
        }
    }
}
