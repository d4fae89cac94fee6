package io.plumbline.domain.identity;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who calls by what they show: an API key, or a name and a password. */
public final class Authentication {
    private static final String WRONG_LOGIN = "the user or the password is wrong";

    private final Identities identities;
    private final Passwords passwords;
    private final InstantSource clock;
    private final LoginThrottle throttle;

    /** Over these identities, whose passwords were hashed by {@code passwords}. */
    public Authentication(Identities identities, Passwords passwords, InstantSource clock) {
        this.identities = identities;
        this.passwords = passwords;
        this.clock = clock;
        throttle = new LoginThrottle(clock);
    }

    /**
     * The caller whose API key this is.
     *
     * @throws PlumblineException of {@link Failure.Unauthenticated} where it is nobody's, or has expired
     */
    public Caller byKey(String secret) {
        ApiKey key = identities
                .keyOf(KeySecrets.hash(secret))
                .orElseThrow(() -> refused("the API key is wrong or was revoked"));
        if (key.isExpired(clock.instant())) {
            throw refused("the API key has expired");
        }
        return byUser(key.user());
    }

    /**
     * The caller of this name. One of the user's API keys does for the password, for clients that know names and passwords only.
     *
     * @throws PlumblineException of {@link Failure.Unauthenticated} where name and password do not fit, or too many did not before
     */
    public Caller byPassword(String name, String password) {
        Optional<User> user = identities.userNamed(name);
        boolean isKey = user.flatMap(found -> keyOf(found, password)).isPresent();
        if (!isKey) {
            requirePassword(name, user, password);
        }
        return caller(user.orElseThrow(() -> refused(WRONG_LOGIN)));
    }

    /**
     * The caller with this user's id, for those who know it by a credential of their own, such as a signed token.
     *
     * @throws PlumblineException of {@link Failure.Unauthenticated} where the user is gone
     */
    public Caller byUser(Id id) {
        return caller(identities.user(id).orElseThrow(() -> refused("the user of this credential is gone")));
    }

    private Optional<ApiKey> keyOf(User user, String secret) {
        return identities
                .keyOf(KeySecrets.hash(secret))
                .filter(key -> key.user().equals(user.id()) && !key.isExpired(clock.instant()));
    }

    private void requirePassword(String name, Optional<User> user, String password) {
        throttle.begin(name);
        if (!matches(user.flatMap(User::passwordHash), password)) {
            throw refused(WRONG_LOGIN);
        }
        throttle.succeeded(name);
    }

    private boolean matches(Optional<String> hash, String password) {
        if (hash.isEmpty()) {
            passwords.takeTheTimeOfAMatch(password);
            return false;
        }
        return Passwords.matches(password, hash.get());
    }

    private Caller caller(User user) {
        return new Caller(user.organization(), user.id(), user.name(), identities.grants(user.id()));
    }

    private static PlumblineException refused(String message) {
        return new PlumblineException(new Failure.Unauthenticated(message));
    }
}
