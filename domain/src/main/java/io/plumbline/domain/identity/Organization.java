package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import java.time.Instant;

/**
 * A tenant. Nothing of one organization is seen from another.
 *
 * @param id of the organization
 * @param name for people, unique
 * @param createdAt when it was made
 */
public record Organization(Id id, String name, Instant createdAt) {}
