package io.plumbline.store.artifacts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digests that every JDK has. */
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** What every S3-compatible store checks an upload by. */
    static MessageDigest md5() {
        return of("MD5");
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
