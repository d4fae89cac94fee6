package io.plumbline.domain.identity;

import java.util.EnumSet;
import java.util.Set;

/** A set of permissions that is granted as one. */
public enum Role {
    /** Reads everything but secrets and identities. */
    VIEWER(EnumSet.of(
            Permission.CONNECTION_READ,
            Permission.PROJECT_READ,
            Permission.MODEL_READ,
            Permission.DATASET_READ,
            Permission.RECORD_READ,
            Permission.MONITOR_READ,
            Permission.EXPLANATION_READ,
            Permission.RISK_READ,
            Permission.EXPERIMENT_READ,
            Permission.REGISTRY_READ,
            Permission.USAGE_READ)),
    /** Reads and changes everything but secrets and identities. */
    EDITOR(EnumSet.complementOf(EnumSet.of(
            Permission.SECRET_READ, Permission.SECRET_WRITE, Permission.IDENTITY_READ, Permission.IDENTITY_WRITE))),
    /** May do everything. */
    ADMIN(EnumSet.allOf(Permission.class));

    @SuppressWarnings("ImmutableEnumChecker") // filled in the constructor and never changed
    private final EnumSet<Permission> permissions;

    Role(EnumSet<Permission> permissions) {
        this.permissions = EnumSet.copyOf(permissions);
        this.permissions.add(Permission.PUBLIC);
        this.permissions.add(Permission.SELF);
    }

    /** Whether the role holds this permission. */
    public boolean holds(Permission permission) {
        return permissions.contains(permission);
    }

    /** All that the role holds. */
    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }
}
