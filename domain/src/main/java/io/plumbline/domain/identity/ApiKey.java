package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that stands for a user. Its secret is shown once, when it is made; only a hash is kept.
 *
 * @param id of the key
 * @param user it stands for
 * @param name for people
 * @param hash SHA-256 of the secret, in hex: the secret has 256 random bits, so a slow hash would add nothing
 * @param createdAt when it was made
 * @param expiresAt when it ends to work, where it does
 */
public record ApiKey(Id id, Id user, String name, String hash, Instant createdAt, Optional<Instant> expiresAt) {
    /** Whether it works no more. */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
