package io.plumbline.server.output;

/** Thrown where what the user asked for cannot be done. The message is one line for the user: what is wrong, where, and what to do. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a line for the user. */
    public RefusedException(String message) {
        super(message);
    }

    /** With a line for the user and what caused it. */
    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
