package io.plumbline.http.credential;

import io.plumbline.domain.Id;
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

/** Users of a test. */
final class UsersInMemory implements Identities {
    private final Map<Id, Organization> organizations = new LinkedHashMap<>();
    private final Map<Id, User> users = new LinkedHashMap<>();
    private final Map<Id, List<Grant>> grants = new LinkedHashMap<>();
    private final List<ApiKey> keys = new ArrayList<>();

    @Override
    public void addOrganization(Organization organization) {
        organizations.put(organization.id(), organization);
    }

    @Override
    public Optional<Organization> organization(Id id) {
        return Optional.ofNullable(organizations.get(id));
    }

    @Override
    public List<Organization> organizations() {
        return List.copyOf(organizations.values());
    }

    @Override
    public void addUser(User user, List<Grant> userGrants) {
        users.put(user.id(), user);
        grants.put(user.id(), userGrants);
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
    public void replaceGrants(Id user, List<Grant> userGrants) {
        grants.put(user, userGrants);
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
        return keys.removeIf(one -> one.id().equals(key));
    }
}
