package io.plumbline.http;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Writes and digests parts of a body while the next one comes in: receiving, writing and digesting take about as long each. */
final class PipedCopy {
    private static final int PARTS = 4;
    private static final int PART_BYTES = 1 << 18;

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> digested = written;

    PipedCopy(OutputStream out) {
        this.out = out;
    }

    /**
     * Copies a body to its end, and returns SHA-256 of it, in 64 hex digits. Nothing is written any more when it has returned or failed.
     *
     * @throws PlumblineException of {@link Failure.Invalid} where the body breaks off
     * @throws IOException where it cannot be written
     */
    String copy(InputStream body) throws IOException {
        try {
            handOn(body);
            CompletableFuture.allOf(written, digested).join();
            return HexFormat.of().formatHex(digest.digest());
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e;
        } finally {
            CompletableFuture.allOf(written, digested).handle((_, _) -> true).join();
        }
    }

    private void handOn(InputStream body) {
        Part[] parts = Stream.generate(Part::new).limit(PARTS).toArray(Part[]::new);
        int number = 0;
        while (parts[number].fill(body)) {
            handOn(parts[number]);
            number = (number + 1) % PARTS;
        }
    }

    private void handOn(Part part) {
        written = written.thenRunAsync(() -> write(part), Thread::startVirtualThread);
        digested = digested.thenRunAsync(() -> digest.update(part.bytes, 0, part.length), Thread::startVirtualThread);
        part.used = CompletableFuture.allOf(written, digested);
    }

    private void write(Part part) {
        try {
            out.write(part.bytes, 0, part.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A part of a body on its way, whose room is used again. */
    private static final class Part {
        private final byte[] bytes = new byte[PART_BYTES];
        private int length;
        private CompletableFuture<Void> used = CompletableFuture.completedFuture(null);

        /** Takes the next part as soon as the one before is used, and tells whether there was any. Who sends the body is at fault here, and not the disk. */
        boolean fill(InputStream body) {
            used.join();
            try {
                length = body.readNBytes(bytes, 0, bytes.length);
                return length > 0;
            } catch (IOException e) {
                throw new PlumblineException(
                        new Failure.Invalid("the body could not be read to its end", Optional.empty()), e);
            }
        }
    }
}
