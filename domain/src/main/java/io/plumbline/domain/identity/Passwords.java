package io.plumbline.domain.identity;

import io.plumbline.domain.PlumblineException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Turns passwords into hashes that do not give them away, by PBKDF2 with HMAC-SHA512. A hash carries its own parameters, so that hashes of
 * earlier parameters stay valid: {@code pbkdf2-sha512$<iterations>$<salt>$<key>}, the last two in Base64.
 */
public final class Passwords {
    private static final String SCHEME = "pbkdf2-sha512";
    /** What OWASP recommends for this function. */
    private static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 64;
    private static final int LEAST_LENGTH = 8;
    private static final int GREATEST_LENGTH = 1024;

    private final RandomGenerator random;
    private final int iterations;

    /** Salts come from {@code random}, which nobody else must be able to guess. */
    public Passwords(RandomGenerator random) {
        this(random, ITERATIONS);
    }

    /** As {@link #Passwords(RandomGenerator)}, where new hashes cost another number of iterations to guess at. */
    public Passwords(RandomGenerator random, int iterations) {
        this.random = random;
        this.iterations = iterations;
    }

    /**
     * The hash of a new password.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where it is shorter than 8 characters or longer than 1024
     */
    public String hash(String password) {
        if (password.length() < LEAST_LENGTH || password.length() > GREATEST_LENGTH) {
            throw PlumblineException.invalid(
                    "password", "a password has " + LEAST_LENGTH + " to " + GREATEST_LENGTH + " characters");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.join(
                "$",
                SCHEME,
                Integer.toString(iterations),
                base64.encodeToString(salt),
                base64.encodeToString(key(password, salt, iterations)));
    }

    /**
     * Whether this is the password of the hash. Takes as long for a wrong one as for the right one.
     *
     * @throws IllegalArgumentException where the hash is none that this class made
     */
    public static boolean matches(String password, String hash) {
        List<String> parts = List.of(hash.split("\\$", -1));
        if (parts.size() != 4 || !parts.getFirst().equals(SCHEME)) {
            throw new IllegalArgumentException("a hash of a password begins with " + SCHEME + "$ and has four parts");
        }
        byte[] salt = Base64.getDecoder().decode(parts.get(2));
        byte[] expected = Base64.getDecoder().decode(parts.get(3));
        return MessageDigest.isEqual(expected, key(password, salt, Integer.parseInt(parts.get(1))));
    }

    /** Takes as long as {@link #matches} does with a new hash, so that nobody learns from the time of an answer which users there are. */
    void takeTheTimeOfAMatch(String password) {
        key(password, new byte[SALT_BYTES], iterations);
    }

    private static byte[] key(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2 with HMAC-SHA512", e);
        } finally {
            spec.clearPassword();
        }
    }
}
