package io.plumbline.http.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Keeps the key that tokens are signed by in a file that its owner alone can read, so that tokens outlive a restart. */
public final class SigningKeyFile {
    private static final String HEAD = "-----BEGIN PRIVATE KEY-----\n";
    private static final String FOOT = "\n-----END PRIVATE KEY-----\n";
    private static final int BITS = 2048;

    private SigningKeyFile() {}

    /**
     * The key in this file; a new one is made and kept there where there is no such file.
     *
     * @throws IOException where the file can neither be read nor written, or holds no RSA key in PKCS#8 as PEM
     */
    public static KeyPair readOrMake(Path file) throws IOException {
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            throw new IOException(
                    file + " holds no RSA key; move it away, and a new one is made at the next start", noKey);
        }
    }

    private static KeyPair make(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair key = generator.generateKeyPair();
        String pem = HEAD
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getPrivate().getEncoded())
                + FOOT;
        // a temporary file is its owner's alone from the start, and the move leaves no half a key behind after a crash
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".pem");
        Files.writeString(whole, pem, StandardOpenOption.SYNC);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        byte[] encoded =
                Base64.getMimeDecoder().decode(pem.replace(HEAD.strip(), "").replace(FOOT.strip(), ""));
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())), secret);
    }
}
