package io.plumbline.measures.column;

/** Thrown where a column cannot answer a question because too little of it was kept, such as values asked of a profile. */
public final class NotKnownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is not known, as a sentence for the user that says what to do instead. */
    public NotKnownException(String message) {
        super(message);
    }
}
