package io.plumbline.domain.identity;

import io.plumbline.domain.Failure;
import io.plumbline.domain.Id;
import io.plumbline.domain.PlumblineException;
import java.util.List;
import java.util.Optional;

/**
 * Who asks: a user of an organization with all grants.
 *
 * @param organization whose things the caller sees
 * @param user the user's id
 * @param name the user's name, as it stands in stamps and in the audit log
 * @param grants all grants of the user in the organization
 */
public record Caller(Id organization, Id user, String name, List<Grant> grants) {
    /** Keeps an unmodifiable copy. */
    public Caller {
        grants = List.copyOf(grants);
    }

    /** Whether the caller holds this permission in the whole organization or in this project. */
    public boolean may(Permission permission, Optional<Id> project) {
        return permission == Permission.PUBLIC
                || permission == Permission.SELF
                || grants.stream()
                        .anyMatch(
                                grant -> covers(grant, project) && grant.role().holds(permission));
    }

    /** Whether the caller holds this permission anywhere at all, in the organization or in some project. */
    public boolean mayAnywhere(Permission permission) {
        return may(permission, Optional.empty())
                || grants.stream().anyMatch(grant -> grant.role().holds(permission));
    }

    /**
     * Fails unless the caller holds this permission there.
     *
     * @throws PlumblineException of {@link Failure.Forbidden}
     */
    public void require(Permission permission, Optional<Id> project) {
        if (!may(permission, project)) {
            throw new PlumblineException(new Failure.Forbidden(permission.label()));
        }
    }

    private static boolean covers(Grant grant, Optional<Id> project) {
        return grant.project().isEmpty() || grant.project().equals(project);
    }
}
