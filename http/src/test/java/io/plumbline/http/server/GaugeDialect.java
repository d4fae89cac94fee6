package io.plumbline.http.server;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.domain.Failure;
import io.plumbline.http.ErrorAnswer;
import io.plumbline.http.ErrorTable;
import io.plumbline.http.HttpFailure;
import io.plumbline.http.Limits;
import io.plumbline.http.Wire;
import io.plumbline.http.credential.CredentialScheme;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The dialect of the tests: errors of its own shape, unknown fields refused, a header field for keys. */
final class GaugeDialect implements ErrorTable {
    private GaugeDialect() {}

    static Wire wire(Limits limits) {
        return new Wire(
                "gauges",
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build(),
                new GaugeDialect(),
                List.of(CredentialScheme.bearer(), CredentialScheme.basic(), CredentialScheme.keyIn("X-Gauge-Key")),
                limits);
    }

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
        return new ErrorAnswer(
                status, new GaugeError(requestId, failure.getClass().getSimpleName(), failure.message()));
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
        return new ErrorAnswer(
                status, new GaugeError(requestId, failure.getClass().getSimpleName(), failure.message()));
    }

    private record GaugeError(
            @JsonProperty("trace") String trace,
            @JsonProperty("code") String code,
            @JsonProperty("message") String message) {}
}
