package io.plumbline.domain;

import java.io.Serial;
import java.util.Optional;

/** Carries a {@link Failure} to the dialect that answers it. */
public final class PlumblineException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /** Of this failure. */
    public PlumblineException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Of this failure, which that exception led to. */
    public PlumblineException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /** An {@link Failure.Invalid} without a place. */
    public static PlumblineException invalid(String message) {
        return new PlumblineException(new Failure.Invalid(message, Optional.empty()));
    }

    /** An {@link Failure.Invalid} that names the place. */
    public static PlumblineException invalid(String where, String message) {
        return new PlumblineException(new Failure.Invalid(message, Optional.of(where)));
    }

    /** A {@link Failure.NotFound}. */
    public static PlumblineException notFound(String what, Object id) {
        return new PlumblineException(new Failure.NotFound(what, id.toString()));
    }

    /** Why. */
    public Failure failure() {
        return failure;
    }
}
