package io.plumbline.http.credential;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Two keys that sign tokens, as large as a server's. Finding their primes takes seconds, so tests share them. */
final class KeyPairs {
    private static final int BITS = 2048;

    static final KeyPair ONE = make();
    static final KeyPair OTHER = make();

    private KeyPairs() {}

    private static KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }
}
