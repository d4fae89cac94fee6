package io.plumbline.store.records.frame;

/** A frame would have more bytes than fit into memory in one piece. */
public final class FrameTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FrameTooLargeException() {
        super("more than 2 GB in one piece");
    }
}
