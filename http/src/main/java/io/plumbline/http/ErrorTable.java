package io.plumbline.http;

import io.plumbline.domain.Failure;

/**
 * Turns failures into the answers of a dialect. Write both methods as a switch without {@code default}: then a failure that is new does not
 * compile until the dialect answers it. Retry-After, Allow and WWW-Authenticate are added by the server.
 */
public interface ErrorTable {
    /** The answer to a failure of the core. */
    ErrorAnswer answer(Failure failure, String requestId);

    /** The answer to a failure before or beside the core. */
    ErrorAnswer answer(HttpFailure failure, String requestId);
}
