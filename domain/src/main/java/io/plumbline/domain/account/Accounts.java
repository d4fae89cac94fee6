package io.plumbline.domain.account;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Ids;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.audit.AuditLog;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Passwords;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.identity.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The users of the caller's organization and what they may do. */
public final class Accounts {
    private static final String KIND = "user";

    private final Identities identities;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    /** Over these identities. */
    public Accounts(Identities identities, Passwords passwords, AuditLog audit, Ids ids, InstantSource clock) {
        this.identities = identities;
        this.passwords = passwords;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A user and what the user may do.
     *
     * @param user who
     * @param grants what
     */
    public record Account(User user, List<Grant> grants) {}

    /**
     * Adds a user to the caller's organization.
     *
     * @param password to log in with; without one the user calls by API keys only
     * @throws PlumblineException of {@link Failure.Forbidden}; of {@link Failure.AlreadyExists} where the name is taken; of {@link
     *     Failure.Invalid} where name or password are not well-formed
     */
    public User add(Caller caller, String name, Optional<String> password, List<Grant> grants) {
        caller.require(Permission.IDENTITY_WRITE, Optional.empty());
        User user = new User(ids.next(), caller.organization(), name, password.map(passwords::hash), clock.instant());
        identities.addUser(user, grants);
        audit.append(caller, "add", KIND, user.id());
        return user;
    }

    /** All users of the caller's organization, oldest first. */
    public List<Account> list(Caller caller) {
        caller.require(Permission.IDENTITY_READ, Optional.empty());
        return identities.users(caller.organization()).stream()
                .map(user -> new Account(user, identities.grants(user.id())))
                .toList();
    }

    /**
     * The user of this name in the caller's organization.
     *
     * @throws PlumblineException of {@link Failure.NotFound} also where the caller may not know of the user
     */
    public User named(Caller caller, String name) {
        return identities
                .userNamed(name)
                .filter(user -> user.organization().equals(caller.organization()))
                .filter(user ->
                        user.id().equals(caller.user()) || caller.may(Permission.IDENTITY_READ, Optional.empty()))
                .orElseThrow(() -> PlumblineException.notFound(KIND, name));
    }

    /**
     * Gives a user a role in the whole organization or in a project, in place of the role the user had there.
     *
     * @throws PlumblineException of {@link Failure.Forbidden}; of {@link Failure.NotFound} where there is no such user
     */
    public List<Grant> grant(Caller caller, String name, Grant grant) {
        caller.require(Permission.IDENTITY_WRITE, Optional.empty());
        User user = named(caller, name);
        List<Grant> grants = with(grant, identities.grants(user.id()));
        identities.replaceGrants(user.id(), grants);
        audit.append(caller, "grant", KIND, user.id());
        return grants;
    }

    private static List<Grant> with(Grant grant, List<Grant> grants) {
        Stream<Grant> others = grants.stream().filter(other -> !other.project().equals(grant.project()));
        return Stream.concat(others, Stream.of(grant)).toList();
    }
}
