package io.plumbline.measures.binning;

/** Thrown where no bins can be laid over a column's values, because they lie too close together or too far apart. */
public final class BinningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user and what caused it. */
    public BinningException(String message, Throwable cause) {
        super(message, cause);
    }
}
