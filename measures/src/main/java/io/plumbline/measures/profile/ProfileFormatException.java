package io.plumbline.measures.profile;

/** Thrown where bytes are not a profile, are damaged, or are of a version that this code does not read. */
public final class ProfileFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public ProfileFormatException(String message) {
        super(message);
    }

    /** With what is wrong and what was noticed. */
    public ProfileFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
