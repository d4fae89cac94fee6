package io.plumbline.http.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.domain.Failure;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.ErrorTable;
import io.plumbline.http.HttpFailure;

/** The error answers where no dialect has a say. */
public final class PlainErrors implements ErrorTable {
    @Override
    public ErrorAnswer answer(Failure failure, String requestId) {
        int status = switch (failure) {
            case Failure.NotFound missing -> 404;
            case Failure.AlreadyExists there -> 409;
            case Failure.Stale stale -> 409;
            case Failure.Invalid invalid -> 400;
            case Failure.Conflict conflict -> 409;
            case Failure.Unauthenticated unknown -> 401;
            case Failure.Forbidden forbidden -> 403;
            case Failure.Busy busy -> 429;
            case Failure.StorageFull full -> 507;
            case Failure.TooLarge large -> 413;
            case Failure.NotSupported absent -> 501;
            case Failure.Unreachable unreachable -> 502;
        };
        return new ErrorAnswer(status, new Problem(status, failure.message(), requestId));
    }

    @Override
    public ErrorAnswer answer(HttpFailure failure, String requestId) {
        int status = switch (failure) {
            case HttpFailure.UnknownPath unknown -> 404;
            case HttpFailure.MethodNotAllowed other -> 405;
            case HttpFailure.UnsupportedContentType other -> 415;
            case HttpFailure.TimedOut late -> 408;
            case HttpFailure.Unexpected unexpected -> 500;
        };
        return new ErrorAnswer(status, new Problem(status, failure.message(), requestId));
    }

    private record Problem(
            @JsonProperty("status") int status,
            @JsonProperty("detail") String detail,
            @JsonProperty("request_id") String requestId) {}
}
