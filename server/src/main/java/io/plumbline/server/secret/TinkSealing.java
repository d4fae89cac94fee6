package io.plumbline.server.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.secret.Sealed;
import io.plumbline.domain.secret.Sealing;
import io.plumbline.server.output.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;

/**
 * Seals by AES-GCM of Google Tink. The key lies in a file of its own; who has the database alone has no secret. It is read, or made, when it is
 * first needed, as most starts of the server need it not.
 */
public final class TinkSealing implements Sealing {
    private static final String FILE = "sealing.json";

    private final KeyFile file;
    private final OnDemand<Aead> cipher;

    private TinkSealing(KeyFile file) {
        this.file = file;
        cipher = new OnDemand<>(this::readCipher);
    }

    /**
     * Seals with the key of this folder.
     *
     * @param hasSecrets tells whether there is something that was sealed before
     * @throws RefusedException where there is, and the key is gone: a new one would not open it
     */
    public static TinkSealing in(Path folder, BooleanSupplier hasSecrets) {
        KeyFile file = new KeyFile(folder.resolve(FILE));
        if (!file.exists() && hasSecrets.getAsBoolean()) {
            throw new RefusedException(
                    "The key file '" + file
                            + "' is missing, and secrets were sealed with its key. Restore it from a backup, or remove the secrets.");
        }
        return new TinkSealing(file);
    }

    @Override
    public Sealed seal(String text, Id secret) {
        try {
            return Sealed.of(cipher.get().encrypt(text.getBytes(StandardCharsets.UTF_8), associated(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM seals every text", e);
        }
    }

    @Override
    public String open(Sealed sealed, Id secret) {
        try {
            return new String(cipher.get().decrypt(sealed.bytes(), associated(secret)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PlumblineException(
                    new Failure.Conflict("the secret " + secret
                            + " cannot be opened: it was sealed with another key, or was changed; set it anew"),
                    e);
        }
    }

    private static byte[] associated(Id secret) {
        return secret.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Aead readCipher() {
        try {
            AeadConfig.register();
            return parse(file.readOrMake(TinkSealing::newKey)).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new RefusedException("The key file '" + file + "' holds no key; restore it from a backup.", e);
        }
    }

    private static KeysetHandle parse(String key) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(key, InsecureSecretKeyAccess.get());
    }

    private static String newKey() {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes keys of its own parameters", e);
        }
    }
}
