package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.CredentialVault;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.secret.Secrets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keeps the credentials of models among the secrets. */
public final class SecretVault implements CredentialVault {
    private final Secrets secrets;

    /** Among these. */
    public SecretVault(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String keep(Caller caller, Optional<Id> project, String name, JsonNode credentials) {
        return WireId.of(
                secrets.keep(caller, project, name, credentials.toString()).id());
    }

    @Override
    public boolean knows(Caller caller, String secretId) {
        return WireId.parse(secretId)
                .filter(id -> secrets.has(caller.organization(), id))
                .isPresent();
    }

    @Override
    public void forget(Caller caller, String secretId) {
        WireId.parse(secretId).ifPresent(id -> secrets.forget(caller, id));
    }
}
