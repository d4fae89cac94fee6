package io.plumbline.dialects.openscale.credentials;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.CredentialVault;
import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.identity.Permission;
import io.plumbline.domain.secret.Secrets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keeps the credentials of subscriptions among the secrets. */
public final class SecretVault implements CredentialVault {
    private static final String TYPE = "subscription";

    private final Secrets secrets;

    /** Among these. */
    public SecretVault(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String keep(Caller caller, Optional<Id> project, String name, JsonNode credentials) {
        return WireId.of(secrets.keep(caller, project, TYPE, name, credentials.toString())
                .id());
    }

    @Override
    public boolean knows(Caller caller, String secretId) {
        return WireId.parse(secretId)
                .filter(id -> secrets.isNameable(caller, Permission.MODEL_WRITE, id))
                .isPresent();
    }

    @Override
    public void forget(Caller caller, String secretId) {
        WireId.parse(secretId).ifPresent(id -> secrets.forget(caller, TYPE, id));
    }
}
