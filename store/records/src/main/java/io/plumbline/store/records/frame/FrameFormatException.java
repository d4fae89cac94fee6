package io.plumbline.store.records.frame;

/** The bytes of a frame are sound, but of a format that this version does not know. */
public final class FrameFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FrameFormatException(String what) {
        super("the intake log was written by a later version: it has " + what + ". Open it with that version.");
    }
}
