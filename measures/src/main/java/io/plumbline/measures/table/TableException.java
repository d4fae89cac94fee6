package io.plumbline.measures.table;

/** Thrown where a data set cannot be read. The message is one line for the user: it names file, line or column, and what to do. */
public final class TableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a line for the user. */
    public TableException(String message) {
        super(message);
    }

    /** With a line for the user and what caused it. */
    public TableException(String message, Throwable cause) {
        super(message, cause);
    }
}
