package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A person or a program of an organization.
 *
 * @param id of the user
 * @param organization the user belongs to
 * @param name to log in with, unique in the whole server
 * @param passwordHash of the password, where there is one, as {@link Passwords} writes it
 * @param createdAt when the user was made
 */
public record User(Id id, Id organization, String name, Optional<String> passwordHash, Instant createdAt) {}
