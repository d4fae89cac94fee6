package io.plumbline.dialects.openscale.models;

import io.plumbline.domain.Id;
import io.plumbline.domain.identity.Caller;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Keeps credentials that come along with a resource, sealed. */
public interface CredentialVault {
    /**
     * Seals credentials.
     *
     * @param project of the resource they came with
     * @param name for people, which tells what they belong to
     * @return the id of the secret, as it goes over the wire
     */
    String keep(Caller caller, Optional<Id> project, String name, JsonNode credentials);

    /** Whether there is a secret of this id that the caller may refer to. */
    boolean knows(Caller caller, String secretId);

    /** Forgets a secret, if it is still there. */
    void forget(Caller caller, String secretId);
}
