package io.plumbline.domain.identity;

import io.plumbline.domain.Id;
import java.util.Optional;

/**
 * A role of a user.
 *
 * @param role what is granted
 * @param project the project it is granted in; empty for all of the organization
 */
public record Grant(Role role, Optional<Id> project) {}
