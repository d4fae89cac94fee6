package io.plumbline.domain.experiment;

import java.util.EnumSet;
import java.util.Set;

/** Which things a search looks at. */
public enum LifecycleView {
    ACTIVE(EnumSet.of(Lifecycle.ACTIVE)),
    DELETED(EnumSet.of(Lifecycle.DELETED)),
    ALL(EnumSet.allOf(Lifecycle.class));

    @SuppressWarnings("ImmutableEnumChecker") // filled in the constructor and never changed
    private final EnumSet<Lifecycle> lifecycles;

    LifecycleView(EnumSet<Lifecycle> lifecycles) {
        this.lifecycles = lifecycles;
    }

    /** The states that are looked at. */
    public Set<Lifecycle> lifecycles() {
        return EnumSet.copyOf(lifecycles);
    }
}
