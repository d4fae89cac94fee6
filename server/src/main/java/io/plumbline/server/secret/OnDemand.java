package io.plumbline.server.secret;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first needed, once; making it is tried again where it failed. */
final class OnDemand<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    OnDemand(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        @Nullable T found = made;
        return found == null ? makeOnce() : found;
    }

    private synchronized T makeOnce() {
        if (made == null) {
            made = make.get();
        }
        return Objects.requireNonNull(made);
    }
}
