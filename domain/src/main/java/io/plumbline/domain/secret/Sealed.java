package io.plumbline.domain.secret;

import java.util.Base64;

/**
 * Sealed bytes.
 *
 * @param base64 the bytes as text
 */
public record Sealed(String base64) {
    /** Of these bytes. */
    public static Sealed of(byte[] bytes) {
        return new Sealed(Base64.getEncoder().encodeToString(bytes));
    }

    /** The bytes. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
