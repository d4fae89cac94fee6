package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.dialects.openscale.models.CredentialVault;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;
import io.plumbline.domain.secret.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credentials in documents: they come in clear or as the id of a secret, are sealed, and go out as the id alone. */
public final class Credentials implements CredentialVault {
    private static final String FIELD = "credentials";
    private static final String SECRET_ID = "secret_id";

    private final Secrets secrets;

    /** Kept among these. */
    public Credentials(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Takes the credentials out of a document and keeps them sealed.
     *
     * @return the secret that holds them; empty where there are none
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a secret is named that is not there
     */
    public Optional<Id> take(Caller caller, Optional<Id> project, String type, ObjectNode document) {
        JsonNode given = document.remove(FIELD);
        if (!(given instanceof ObjectNode credentials) || credentials.isEmpty()) {
            return Optional.empty();
        }
        Optional<Id> known = Optional.ofNullable(credentials.get(SECRET_ID)).map(id -> secret(caller, id));
        return known.or(() -> Optional.of(
                secrets.keep(caller, project, type, credentials.toString()).id()));
    }

    /** Puts the id of a secret where the credentials were. */
    public static ObjectNode put(ObjectNode document, Optional<Id> secret) {
        secret.ifPresent(id -> document.putObject(FIELD).put(SECRET_ID, WireId.of(id)));
        return document;
    }

    /** Forgets a secret that nothing uses any more. */
    public void forget(Caller caller, Optional<Id> secret) {
        secret.ifPresent(id -> secrets.forget(caller, id));
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

    private Id secret(Caller caller, @Nullable JsonNode named) {
        String text = named == null ? "" : named.asString("");
        return WireId.parse(text)
                .filter(id -> secrets.has(caller.organization(), id))
                .orElseThrow(() -> PlumblineException.invalid(FIELD + "." + SECRET_ID, "there is no such secret"));
    }
}
