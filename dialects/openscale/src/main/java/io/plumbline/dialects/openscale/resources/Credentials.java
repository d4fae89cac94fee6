package io.plumbline.dialects.openscale.resources;

import io.plumbline.dialects.openscale.WireId;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.connection.GivenCredentials;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Credentials in documents: they come in clear or as the id of a secret, and go out as the id alone. */
final class Credentials {
    private static final String FIELD = "credentials";
    private static final String SECRET_ID = "secret_id";

    private Credentials() {}

    /**
     * Takes the credentials out of a document.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where a secret is named that can be none, or where there are
     *     credentials further down, which would not be sealed
     */
    static GivenCredentials take(ObjectNode document) {
        JsonNode given = document.remove(FIELD);
        if (document.findValue(FIELD) != null) {
            throw PlumblineException.invalid(FIELD, "credentials are taken in the outermost field of this name only");
        }
        return given instanceof ObjectNode credentials && !credentials.isEmpty()
                ? given(credentials)
                : new GivenCredentials.None();
    }

    private static GivenCredentials given(ObjectNode credentials) {
        JsonNode named = credentials.get(SECRET_ID);
        if (named == null) {
            return new GivenCredentials.Clear(credentials.toString());
        }
        if (credentials.size() > 1) {
            throw PlumblineException.invalid(
                    FIELD, "send either a secret_id or the credentials themselves; they are not merged");
        }
        return new GivenCredentials.Named(WireId.parse(named.asString(""))
                .orElseThrow(() -> PlumblineException.invalid(FIELD + "." + SECRET_ID, "there is no such secret")));
    }

    /** Puts the id of a secret where the credentials were. */
    static ObjectNode put(ObjectNode document, Optional<Id> secret) {
        secret.ifPresent(id -> document.putObject(FIELD).put(SECRET_ID, WireId.of(id)));
        return document;
    }
}
