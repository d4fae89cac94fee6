package io.plumbline.http.credential;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import io.plumbline.domain.identity.Authentication;
import io.plumbline.domain.identity.Caller;

/** Finds callers among the users of this server: by a token of ours, by an API key, or by name and password. */
public final class IdentityAuthenticator implements Authenticator {
    private final Authentication authentication;
    private final Tokens tokens;

    /** Over these users and these tokens. */
    public IdentityAuthenticator(Authentication authentication, Tokens tokens) {
        this.authentication = authentication;
        this.tokens = tokens;
    }

    @Override
    public Caller authenticate(Credential credential) {
        return switch (credential) {
            case Credential.Bearer bearer when isToken(bearer.value()) -> byToken(bearer.value());
            case Credential.Bearer bearer -> authentication.byKey(bearer.value());
            case Credential.Key key -> authentication.byKey(key.secret());
            case Credential.Password password -> authentication.byPassword(password.user(), password.password());
        };
    }

    /** Three parts with points between them; API keys that are made here have no point. */
    private static boolean isToken(String value) {
        return value.chars().filter(character -> character == '.').count() == 2;
    }

    private Caller byToken(String token) {
        Id user = tokens.user(token)
                .orElseThrow(() -> new PlumblineException(
                        new Failure.Unauthenticated("the token has expired, or is none of this server's")));
        return authentication.byUser(user);
    }
}
