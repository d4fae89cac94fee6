package io.plumbline.domain.account;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.ApiKey;
import io.plumbline.domain.identity.Grant;
import io.plumbline.domain.identity.Identities;
import io.plumbline.domain.identity.Organization;
import io.plumbline.domain.identity.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Identities in memory. */
final class MemoryIdentities implements Identities {
    private final List<Organization> organizations = new ArrayList<>();
    private final Map<Id, User> users = new LinkedHashMap<>();
    private final Map<Id, List<Grant>> grants = new LinkedHashMap<>();
    private final List<ApiKey> keys = new ArrayList<>();

    @Override
    public void addOrganization(Organization organization) {
        organizations.add(organization);
    }

    @Override
    public Optional<Organization> organization(Id id) {
        return organizations.stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    @Override
    public List<Organization> organizations() {
        return List.copyOf(organizations);
    }

    @Override
    public void addUser(User user, List<Grant> granted) {
        if (userNamed(user.name()).isPresent()) {
            throw new PlumblineException(new Failure.AlreadyExists("user", user.name()));
        }
        users.put(user.id(), user);
        grants.put(user.id(), granted);
    }

    void forgetUser(Id user) {
        users.remove(user);
    }

    @Override
    public Optional<User> user(Id id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Optional<User> userNamed(String name) {
        return users.values().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    @Override
    public List<User> users(Id organization) {
        return users.values().stream()
                .filter(user -> user.organization().equals(organization))
                .toList();
    }

    @Override
    public List<Grant> grants(Id user) {
        return grants.getOrDefault(user, List.of());
    }

    @Override
    public void replaceGrants(Id user, List<Grant> granted) {
        grants.put(user, granted);
    }

    @Override
    public void addKey(ApiKey key) {
        keys.add(key);
    }

    @Override
    public Optional<ApiKey> keyOf(String hash) {
        return keys.stream().filter(key -> key.hash().equals(hash)).findFirst();
    }

    @Override
    public List<ApiKey> keys(Id user) {
        return keys.stream().filter(key -> key.user().equals(user)).toList();
    }

    @Override
    public boolean removeKey(Id key) {
        return keys.removeIf(kept -> kept.id().equals(key));
    }
}
