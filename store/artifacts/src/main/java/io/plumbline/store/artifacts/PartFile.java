package io.plumbline.store.artifacts;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The part of an upload that is sent next, in a file: it is sent again from there where the store did not answer, and memory does not grow with the
 * number of uploads, however slowly they come.
 */
final class PartFile implements Closeable {
    private final Path path;
    private String md5 = "";

    private PartFile(Path path) {
        this.path = path;
    }

    /** A file in this folder, which is gone once it is closed. */
    static PartFile in(Path folder) throws IOException {
        return new PartFile(Files.createTempFile(folder, "part-", ".bin"));
    }

    /**
     * Takes the next bytes in place of those that it has.
     *
     * @return how many there were
     */
    long fill(Incoming from, long limit) throws IOException {
        MessageDigest digest = Digests.md5();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            return from.transfer(out, limit);
        } finally {
            md5 = Base64.getEncoder().encodeToString(digest.digest());
        }
    }

    /** The checksum by which the store tells that all bytes came. */
    String md5() {
        return md5;
    }

    /** The bytes. */
    RequestBody body() {
        return RequestBody.fromFile(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
