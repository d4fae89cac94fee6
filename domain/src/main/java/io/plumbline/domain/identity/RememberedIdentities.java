package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Identities that remember for a second whose a key is, who a user is and what a user may: each request asks for these. What is changed through
 * them counts at once. What somebody else changes, such as another node or a command on the same database, counts within the second.
 */
public final class RememberedIdentities implements Identities {
    private static final Duration TIME = Duration.ofSeconds(1);

    private final Identities kept;
    private final ShortMemory<String, ApiKey> keys;
    private final ShortMemory<Id, User> users;
    private final ShortMemory<Id, List<Grant>> grants;

    /** Over these. */
    public RememberedIdentities(Identities kept, InstantSource clock) {
        this.kept = kept;
        keys = new ShortMemory<>(clock, TIME);
        users = new ShortMemory<>(clock, TIME);
        grants = new ShortMemory<>(clock, TIME);
    }

    /** Whether it went well or not: what failed may have been done all the same. */
    private <T> T changing(Supplier<T> change) {
        try {
            return change.get();
        } finally {
            keys.forget();
            users.forget();
            grants.forget();
        }
    }

    private void changing(Runnable change) {
        changing(() -> {
            change.run();
            return Optional.empty();
        });
    }

    @Override
    public void addOrganization(Organization organization) {
        kept.addOrganization(organization);
    }

    @Override
    public Optional<Organization> organization(Id id) {
        return kept.organization(id);
    }

    @Override
    public List<Organization> organizations() {
        return kept.organizations();
    }

    @Override
    public void addUser(User user, List<Grant> given) {
        changing(() -> kept.addUser(user, given));
    }

    @Override
    public Optional<User> user(Id id) {
        return users.answer(id, () -> kept.user(id));
    }

    @Override
    public Optional<User> userNamed(String name) {
        return kept.userNamed(name);
    }

    @Override
    public List<User> users(Id organization) {
        return kept.users(organization);
    }

    @Override
    public List<Grant> grants(Id user) {
        return grants.answer(user, () -> Optional.of(kept.grants(user))).orElseThrow();
    }

    @Override
    public void replaceGrants(Id user, List<Grant> given) {
        changing(() -> kept.replaceGrants(user, given));
    }

    @Override
    public void addKey(ApiKey key) {
        changing(() -> kept.addKey(key));
    }

    @Override
    public Optional<ApiKey> keyOf(String hash) {
        return keys.answer(hash, () -> kept.keyOf(hash));
    }

    @Override
    public List<ApiKey> keys(Id user) {
        return kept.keys(user);
    }

    @Override
    public boolean removeKey(Id key) {
        return changing(() -> kept.removeKey(key));
    }
}
