package io.plumbline.http.credential;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Caller;

/** Finds out whom a credential stands for. */
@FunctionalInterface
public interface Authenticator {
    /**
     * The caller that shows this credential.
     *
     * @throws PlumblineException of {@link Failure.Unauthenticated} where it is wrong, expired or revoked; the message does not tell whether
     *     there is such a user
     */
    Caller authenticate(Credential credential);
}
