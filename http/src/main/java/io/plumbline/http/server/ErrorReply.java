package io.plumbline.http.server;

import io.plumbline.domain.Failure;
import io.plumbline.domain.PlumblineException;
import io.plumbline.http.Answer;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.HttpFailure;
import io.plumbline.http.HttpFailureException;
import io.plumbline.http.Wire;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Turns what was thrown into the answer of a dialect. */
final class ErrorReply {
    private static final Logger LOG = System.getLogger("io.plumbline.http");

    private ErrorReply() {}

    /** The answer; what nobody expected is logged under the id of the request and not told. */
    static Answer<Object> of(Throwable thrown, Wire wire, String requestId) {
        return switch (thrown) {
            case PlumblineException known ->
                answer(wire.errors().answer(known.failure(), requestId), fields(known.failure(), wire));
            case HttpFailureException known ->
                answer(wire.errors().answer(known.failure(), requestId), fields(known.failure()));
            default -> unexpected(thrown, wire, requestId);
        };
    }

    private static Answer<Object> unexpected(Throwable thrown, Wire wire, String requestId) {
        LOG.log(Level.ERROR, "request " + requestId + " failed", thrown);
        return answer(wire.errors().answer(new HttpFailure.Unexpected(), requestId), Map.of());
    }

    private static Answer<Object> answer(ErrorAnswer error, Map<String, String> fields) {
        return new Answer<Object>(error.status(), fields, error.body()).withHeader("Content-Type", error.contentType());
    }

    private static Map<String, String> fields(Failure failure, Wire wire) {
        return switch (failure) {
            case Failure.Unauthenticated wrong -> Map.of("WWW-Authenticate", "Bearer realm=\"" + wire.dialect() + "\"");
            case Failure.Busy busy ->
                Map.of(
                        "Retry-After",
                        Long.toString(Math.max(1, busy.retryAfter().toSeconds())));
            default -> Map.of();
        };
    }

    private static Map<String, String> fields(HttpFailure failure) {
        return failure instanceof HttpFailure.MethodNotAllowed wrong
                ? Map.of("Allow", String.join(", ", wrong.allowed()))
                : Map.of();
    }
}
