package io.plumbline.server.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.plumbline.server.output.RefusedException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.text.ParseException;

/**
 * The key pair that signs tokens, in a file of its own as a JSON Web Key, so that tokens outlive a restart, and nodes that share the file take
 * each other's.
 */
public final class SigningKey {
    private static final String FILE = "tokens.json";
    private static final int BITS = 2048;

    private SigningKey() {}

    /**
     * The key pair of this folder, which is made where there is none.
     *
     * @throws RefusedException where the file can be neither read nor written, or holds no key
     */
    public static KeyPair in(Path folder) {
        KeyFile file = new KeyFile(folder.resolve(FILE));
        try {
            return RSAKey.parse(file.readOrMake(SigningKey::make)).toKeyPair();
        } catch (ParseException | JOSEException e) {
            throw new RefusedException(
                    "The key file '" + file
                            + "' holds no key. Restore it from a backup, or remove it: then everybody has to log in anew.",
                    e);
        }
    }

    private static String make() {
        try {
            return new RSAKeyGenerator(BITS).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }
}
