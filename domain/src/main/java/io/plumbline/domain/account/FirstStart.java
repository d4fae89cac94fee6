package io.plumbline.domain.account;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.KeySecrets;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.Role;
import io.plumbline.domain.identity.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sees to it that somebody can get in: at the first start it makes an organization, an administrator and a key for it. Doing it again changes
 * nothing, and one that was cut off is brought to its end by the next.
 */
public final class FirstStart {
    /** The organization that is made. */
    public static final String ORGANIZATION = "default";
    /** The user that is made, who may do everything in it. */
    public static final String ADMINISTRATOR = "admin";

    private static final String KEY_NAME = "administrator";
    private static final int LEAST_KEY_LENGTH = 8;

    private final Identities identities;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Over these identities; {@code random} makes the secret of the key. */
    public FirstStart(Identities identities, AuditLog audit, Ids ids, InstantSource clock, RandomGenerator random) {
        this.identities = identities;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes what is missing.
     *
     * @param chosenKey the secret that the key made here is to have; an earlier one ends with it. Empty for a random one at the
     *     first start
     * @return the secret of a random key that was just made, to be shown once; empty where none was
     * @throws PlumblineException of {@link Failure.Invalid} where the chosen key is too short
     */
    public Optional<String> prepare(Optional<String> chosenKey) {
        chosenKey.ifPresent(FirstStart::requireLength);
        User administrator = administrator();
        if (chosenKey.isPresent()) {
            useKey(administrator, chosenKey.get());
            return Optional.empty();
        }
        return canLogIn(administrator) ? Optional.empty() : Optional.of(addKey(administrator, KeySecrets.next(random)));
    }

    /** The administrator as a caller, for changes made at the server's own console. */
    public Caller administratorAsCaller() {
        return asCaller(administrator());
    }

    private User administrator() {
        return identities.userNamed(ADMINISTRATOR).orElseGet(this::addAdministrator);
    }

    private User addAdministrator() {
        Id organization = organization();
        User user = new User(ids.next(), organization, ADMINISTRATOR, Optional.empty(), clock.instant());
        try {
            identities.addUser(user, List.of(new Grant(Role.ADMIN, Optional.empty())));
        } catch (PlumblineException e) {
            return madeMeanwhile(e, identities.userNamed(ADMINISTRATOR));
        }
        audit.append(asCaller(user), "add", "user", user.id());
        return user;
    }

    private Id organization() {
        return named(ORGANIZATION).orElseGet(this::addOrganization).id();
    }

    private Optional<Organization> named(String name) {
        return identities.organizations().stream()
                .filter(organization -> organization.name().equals(name))
                .findFirst();
    }

    private Organization addOrganization() {
        Organization organization = new Organization(ids.next(), ORGANIZATION, clock.instant());
        try {
            identities.addOrganization(organization);
            return organization;
        } catch (PlumblineException e) {
            return madeMeanwhile(e, named(ORGANIZATION));
        }
    }

    /** Several servers may start at once on one database. */
    private static <T> T madeMeanwhile(PlumblineException failed, Optional<T> found) {
        if (failed.failure() instanceof Failure.AlreadyExists && found.isPresent()) {
            return found.get();
        }
        throw failed;
    }

    private boolean canLogIn(User user) {
        return user.passwordHash().isPresent() || !identities.keys(user.id()).isEmpty();
    }

    private void useKey(User administrator, String secret) {
        List<ApiKey> keys = identities.keys(administrator.id());
        if (keys.stream().noneMatch(key -> key.hash().equals(KeySecrets.hash(secret)))) {
            addKey(administrator, secret);
            keys.stream().filter(key -> key.name().equals(KEY_NAME)).forEach(key -> remove(administrator, key));
        }
    }

    private String addKey(User user, String secret) {
        ApiKey key =
                new ApiKey(ids.next(), user.id(), KEY_NAME, KeySecrets.hash(secret), clock.instant(), Optional.empty());
        identities.addKey(key);
        audit.append(asCaller(user), "add", "api key", key.id());
        return secret;
    }

    private void remove(User user, ApiKey key) {
        identities.removeKey(key.id());
        audit.append(asCaller(user), "remove", "api key", key.id());
    }

    private Caller asCaller(User user) {
        return new Caller(user.organization(), user.id(), user.name(), identities.grants(user.id()));
    }

    private static void requireLength(String key) {
        if (key.length() < LEAST_KEY_LENGTH) {
            throw PlumblineException.invalid(
                    "admin-key", "the administrator's key has at least " + LEAST_KEY_LENGTH + " characters");
        }
    }
}
