package io.plumbline.http;

/**
 * How a dialect says that something failed.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body written by the dialect's mapper
 */
public record ErrorAnswer(int status, String contentType, Object body) {
    /** In plain JSON. */
    public ErrorAnswer(int status, Object body) {
        this(status, "application/json", body);
    }
}
