package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import java.time.Instant;

/** Makes and checks signed tokens that stand for a user for a while. They are not kept: a token is revoked by its user, or by its end. */
public interface Tokens {
    /** A new token that stands for this caller. */
    Token issue(Caller caller);

    /**
     * The user a token stands for.
     *
     * @throws io.plumbline.domain.PlumblineException of {@link io.plumbline.domain.Failure.Unauthenticated} where it is none of ours, was
     *     changed, or is past its end
     */
    Id user(String token);

    /**
     * A token.
     *
     * @param text what is sent along
     * @param issuedAt when it was made, to the second
     * @param expiresAt when it ends, to the second
     */
    record Token(String text, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
        }
    }
}
