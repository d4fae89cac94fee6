package io.plumbline.server.importing.mlflow;

/** Thrown where a server answers that it does not do what it was asked; others of the import go on. */
final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedRequestException(String message) {
        super(message);
    }
}
