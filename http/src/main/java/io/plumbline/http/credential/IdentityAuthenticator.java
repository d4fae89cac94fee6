package io.plumbline.http.credential;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Finds callers among the users of this server: by a token of ours, by an API key, or by name and password. */
public final class IdentityAuthenticator implements Authenticator {
    private final Identities identities;
    private final Tokens tokens;
    private final PasswordCheck passwords;
    private final InstantSource clock;

    /** Over these users; the clock tells whether a key is over. */
    public IdentityAuthenticator(Identities identities, Tokens tokens, PasswordCheck passwords, InstantSource clock) {
        this.identities = identities;
        this.tokens = tokens;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Caller authenticate(Credential credential) {
        User user = user(credential)
                .orElseThrow(() -> new PlumblineException(
                        new Failure.Unauthenticated("the credential is wrong, expired or revoked")));
        return new Caller(user.organization(), user.id(), user.name(), identities.grants(user.id()));
    }

    /** The hash under which an API key is kept: SHA-256, in hex. */
    public static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private Optional<User> user(Credential credential) {
        return switch (credential) {
            case Credential.Bearer bearer
            when isToken(bearer.value()) -> tokens.user(bearer.value()).flatMap(identities::user);
            case Credential.Bearer bearer -> byKey(bearer.value());
            case Credential.Key key -> byKey(key.secret());
            case Credential.Password password -> byPassword(password);
        };
    }

    /** Three parts with points between them; API keys have no point. */
    private static boolean isToken(String value) {
        return value.chars().filter(character -> character == '.').count() == 2;
    }

    private Optional<User> byKey(String secret) {
        return identities.keyOf(hash(secret)).filter(this::lasts).flatMap(key -> identities.user(key.user()));
    }

    private boolean lasts(ApiKey key) {
        return key.expiresAt().map(clock.instant()::isBefore).orElse(true);
    }

    private Optional<User> byPassword(Credential.Password password) {
        Optional<User> user = identities.userNamed(password.user());
        return passwords.matches(password.password(), user.flatMap(User::passwordHash)) ? user : Optional.empty();
    }
}
