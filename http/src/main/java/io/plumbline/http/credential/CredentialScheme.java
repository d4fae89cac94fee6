package io.plumbline.http.credential;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** A place of a request where a credential may stand. */
@FunctionalInterface
public interface CredentialScheme {
    /**
     * The credential there, if any.
     *
     * @param header the first value of a header field, by its name
     * @throws PlumblineException of {@link Failure.Unauthenticated} where something stands there that cannot be read
     */
    Optional<Credential> find(Function<String, Optional<String>> header);

    /** {@code Authorization: Bearer <token or API key>}. */
    static CredentialScheme bearer() {
        return header -> authorization(header, "bearer").map(Credential.Bearer::new);
    }

    /** {@code Authorization: Basic <user:password>}; the user {@code apikey} has an API key for a password. */
    static CredentialScheme basic() {
        return header -> authorization(header, "basic").map(CredentialScheme::basicCredential);
    }

    /** An API key in a header field of this name. */
    static CredentialScheme keyIn(String name) {
        return header -> header.apply(name).map(String::strip).map(Credential.Key::new);
    }

    /** An API key in the second of two header fields that come together; the first names the client and is not secret. */
    static CredentialScheme keyPair(String first, String second) {
        return header -> header.apply(first).flatMap(ignored -> keyIn(second).find(header));
    }

    private static Optional<String> authorization(Function<String, Optional<String>> header, String scheme) {
        return header.apply("Authorization")
                .map(String::strip)
                .filter(value -> value.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
                .map(value -> value.substring(scheme.length() + 1).strip());
    }

    private static Credential basicCredential(String encoded) {
        String pair = decoded(encoded);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw unreadable();
        }
        String user = pair.substring(0, colon);
        String secret = pair.substring(colon + 1);
        return user.equals("apikey") ? new Credential.Key(secret) : new Credential.Password(user, secret);
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    private static PlumblineException unreadable() {
        return new PlumblineException(
                new Failure.Unauthenticated("the field Authorization is not Basic with user:password in Base64"));
    }
}
