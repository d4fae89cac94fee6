package io.plumbline.server.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.plumbline.server.output.RefusedException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.text.ParseException;
import java.util.function.Supplier;

/**
 * The key pair that signs tokens, in a file of its own as a JSON Web Key, so that tokens outlive a restart, and nodes that share the file take
 * each other's.
 */
public final class SigningKey {
    private static final String FILE = "tokens.json";
    private static final int BITS = 2048;

    private SigningKey() {}

    /**
     * Gives the key pair of this folder. One that is there is read at once; where there is none it is made when it is first asked for, because
     * finding its primes takes longer than all the rest of a first start.
     *
     * @throws RefusedException where the file cannot be read or holds no key; when a key is asked for, where the file cannot be written
     */
    public static Supplier<KeyPair> in(Path folder) {
        KeyFile file = new KeyFile(folder.resolve(FILE));
        OnDemand<KeyPair> pair = new OnDemand<>(() -> parsed(file, file.readOrMake(SigningKey::make)));
        if (file.exists()) {
            pair.get();
        }
        return pair::get;
    }

    private static KeyPair parsed(KeyFile file, String key) {
        try {
            return RSAKey.parse(key).toKeyPair();
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
