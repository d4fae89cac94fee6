package io.plumbline.http;

import java.io.Serial;

/** Carries an {@link HttpFailure} to the dialect that answers it. */
public final class HttpFailureException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient HttpFailure failure;

    /** Of this failure. */
    public HttpFailureException(HttpFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Why. */
    public HttpFailure failure() {
        return failure;
    }
}
