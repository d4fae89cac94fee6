package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** A folder in which bodies lie as files while they are worked on. */
public final class Spool {
    private static final int BUFFER = 1 << 18;
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
            return new Spooled(file, copy(body, out));
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

    /** One buffer is digested while the other is filled: both take about as long. */
    private static String copy(InputStream body, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        CompletableFuture<Void> digested = CompletableFuture.completedFuture(null);
        byte[] buffer = new byte[BUFFER];
        byte[] other = new byte[BUFFER];
        for (int read = read(body, buffer); read > 0; read = read(body, buffer)) {
            byte[] filled = buffer;
            int count = read;
            digested.join();
            digested = CompletableFuture.runAsync(() -> digest.update(filled, 0, count), Thread::startVirtualThread);
            out.write(filled, 0, count);
            buffer = other;
            other = filled;
        }
        digested.join();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Fills a buffer as far as the body goes. Who sends the body is at fault here, and not the disk. */
    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            throw new PlumblineException(
                    new Failure.Invalid("the body could not be read to its end", java.util.Optional.empty()), e);
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
