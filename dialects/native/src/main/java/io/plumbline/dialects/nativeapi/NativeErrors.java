package io.plumbline.dialects.nativeapi;

import io.plumbline.dialects.nativeapi.wire.Problem;
import io.plumbline.domain.Failure;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.ErrorTable;
import io.plumbline.http.HttpFailure;

/** Failures as problem details (RFC 9457). The types are stable: programs may rely on them. */
final class NativeErrors implements ErrorTable {
    @Override
    public ErrorAnswer answer(Failure failure, String requestId) {
        return switch (failure) {
            case Failure.Invalid invalid -> {
                Problem.Builder problem = problem(400, "invalid", "Invalid request", invalid.message(), requestId);
                invalid.where().ifPresent(problem::where);
                yield answer(400, problem);
            }
            case Failure.Unauthenticated unknown ->
                answer(401, "unauthenticated", "Credential missing or wrong", unknown.message(), requestId);
            case Failure.Forbidden forbidden ->
                answer(403, "forbidden", "Permission missing", forbidden.message(), requestId);
            case Failure.NotFound missing -> answer(404, "not-found", "Not found", missing.message(), requestId);
            case Failure.AlreadyExists taken ->
                answer(409, "already-exists", "Exists already", taken.message(), requestId);
            case Failure.Stale stale -> answer(409, "stale", "Changed meanwhile", stale.message(), requestId);
            case Failure.Conflict conflict ->
                answer(409, "conflict", "Contradicts what is there", conflict.message(), requestId);
            case Failure.TooLarge large -> answer(413, "too-large", "Too large", large.message(), requestId);
            case Failure.Unreachable unreachable ->
                answer(424, "unreachable", "Another system failed", unreachable.message(), requestId);
            case Failure.Busy busy -> answer(429, "busy", "Too much to do", busy.message(), requestId);
            case Failure.NotSupported absent ->
                answer(501, "not-supported", "Not supported", absent.message(), requestId);
            case Failure.StorageFull full -> answer(507, "storage-full", "No room left", full.message(), requestId);
        };
    }

    @Override
    public ErrorAnswer answer(HttpFailure failure, String requestId) {
        return switch (failure) {
            case HttpFailure.UnknownPath unknown ->
                answer(404, "unknown-path", "Nothing is served here", unknown.message(), requestId);
            case HttpFailure.MethodNotAllowed method ->
                answer(405, "method-not-allowed", "Method not allowed", method.message(), requestId);
            case HttpFailure.TimedOut slow -> answer(408, "timed-out", "Body too slow", slow.message(), requestId);
            case HttpFailure.UnsupportedContentType type ->
                answer(415, "unsupported-content-type", "Content type not taken", type.message(), requestId);
            case HttpFailure.Unexpected unexpected ->
                answer(500, "unexpected", "Error inside the server", unexpected.message(), requestId);
        };
    }

    private static ErrorAnswer answer(int status, String type, String title, String detail, String requestId) {
        return answer(status, problem(status, type, title, detail, requestId));
    }

    private static ErrorAnswer answer(int status, Problem.Builder problem) {
        return new ErrorAnswer(status, "application/problem+json", problem.build());
    }

    private static Problem.Builder problem(int status, String type, String title, String detail, String requestId) {
        return Problem.builder()
                .type("urn:plumbline:" + type)
                .title(title)
                .status(status)
                .detail(detail)
                .requestId(requestId);
    }
}
