package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Keeps credentials in memory, in clear, for tests to look at. */
final class MemoryVault implements CredentialVault {
    final Map<String, JsonNode> kept = new TreeMap<>();

    /** The credentials behind a secret. */
    JsonNode of(String secret) {
        return Objects.requireNonNull(kept.get(secret));
    }

    @Override
    public String keep(Caller caller, Optional<Id> project, String name, JsonNode credentials) {
        String id = UUID.randomUUID().toString();
        kept.put(id, credentials.deepCopy());
        return id;
    }

    @Override
    public boolean knows(Caller caller, String secretId) {
        return kept.containsKey(secretId);
    }

    @Override
    public void forget(Caller caller, String secretId) {
        kept.remove(secretId);
    }
}
