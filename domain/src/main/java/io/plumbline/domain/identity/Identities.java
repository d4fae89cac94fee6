package io.plumbline.domain.identity;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Optional;

/** Keeps organizations, users, keys and grants. Each call is one durable transaction. */
public interface Identities {
    /**
     * Keeps a new organization.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where the name is taken
     */
    void addOrganization(Organization organization);

    /** The organization with this id. */
    Optional<Organization> organization(Id id);

    /** All organizations, oldest first. */
    List<Organization> organizations();

    /**
     * Keeps a new user with these grants.
     *
     * @throws PlumblineException of {@link Failure.AlreadyExists} where the name is taken
     */
    void addUser(User user, List<Grant> grants);

    /** The user with this id. */
    Optional<User> user(Id id);

    /** The user with this name. */
    Optional<User> userNamed(String name);

    /** All users of this organization, oldest first. */
    List<User> users(Id organization);

    /** All grants of this user. */
    List<Grant> grants(Id user);

    /** Gives the user these grants and no others. */
    void replaceGrants(Id user, List<Grant> grants);

    /** Keeps a new key. */
    void addKey(ApiKey key);

    /** The key with this hash. */
    Optional<ApiKey> keyOf(String hash);

    /** All keys of this user, oldest first. */
    List<ApiKey> keys(Id user);

    /**
     * Forgets a key.
     *
     * @return whether it was there
     */
    boolean removeKey(Id key);
}
