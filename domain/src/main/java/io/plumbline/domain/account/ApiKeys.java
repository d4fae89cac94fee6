package io.plumbline.domain.account;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.KeySecrets;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes, lists and revokes API keys: everybody their own, those who may write identities also those of others of their organization. */
public final class ApiKeys {
    private static final String KIND = "api key";
    private static final int LONGEST_NAME = 255;

    private final Identities identities;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Over these identities; {@code random} makes the secrets. */
    public ApiKeys(Identities identities, AuditLog audit, Ids ids, InstantSource clock, RandomGenerator random) {
        this.identities = identities;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A key that was just made.
     *
     * @param key as it is kept
     * @param secret to be shown once; it cannot be had again
     */
    public record Made(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Made[key=" + key + "]";
        }
    }

    /**
     * Makes a key that stands for a user.
     *
     * @throws PlumblineException of {@link Failure.Forbidden}; of {@link Failure.NotFound} where there is no such user; of {@link
     *     Failure.Invalid} where the key would have expired already
     */
    public Made create(Caller caller, Id user, String name, Optional<Instant> expiresAt) {
        require(caller, user, Permission.IDENTITY_WRITE);
        Instant now = clock.instant();
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
            throw PlumblineException.invalid("expires_at", "a new key expires in the future");
        }
        String secret = KeySecrets.next(random);
        ApiKey key = new ApiKey(ids.next(), user, requireName(name), KeySecrets.hash(secret), now, expiresAt);
        identities.addKey(key);
        audit.append(caller, "add", KIND, key.id());
        return new Made(key, secret);
    }

    /** All keys of a user, oldest first. */
    public List<ApiKey> list(Caller caller, Id user) {
        require(caller, user, Permission.IDENTITY_READ);
        return identities.keys(user);
    }

    /**
     * Ends a key at once.
     *
     * @throws PlumblineException of {@link Failure.NotFound} where the user has no such key
     */
    public void revoke(Caller caller, Id user, Id key) {
        require(caller, user, Permission.IDENTITY_WRITE);
        boolean known =
                identities.keys(user).stream().anyMatch(kept -> kept.id().equals(key));
        if (!known || !identities.removeKey(key)) {
            throw PlumblineException.notFound(KIND, key);
        }
        audit.append(caller, "remove", KIND, key);
    }

    private void require(Caller caller, Id user, Permission permission) {
        if (caller.user().equals(user)) {
            return;
        }
        caller.require(permission, Optional.empty());
        Optional<Id> organization = identities.user(user).map(User::organization);
        if (!organization.equals(Optional.of(caller.organization()))) {
            throw PlumblineException.notFound("user", user);
        }
    }

    private static String requireName(String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw PlumblineException.invalid(
                    "name", "the name of a key has up to " + LONGEST_NAME + " characters and no control characters");
        }
        return name;
    }
}
